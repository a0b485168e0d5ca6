import type { HeldCredential } from '@laurel/contracts/signer-rpc';
import { secondLanguages } from '@laurel/core/second-languages';
import type { Reader } from '@laurel/http/reader';
import { BadgeSizes } from '@laurel/pages/badge-sizes';
import { CertificateFields } from '@laurel/pages/certificate-fields';
import { linkTo } from '@laurel/pages/link';
import type { HolderAward } from './holder-award.ts';

/** The files of a credential, the one that most people want first. */
const FILE_FORMATS = ['pdf', 'png', 'svg', 'json', 'jwt', 'bundle'] as const;

/** What a holder can take of a credential: its files, and the certificate as a page. */
export const DOWNLOAD_FORMATS = [...FILE_FORMATS, 'certificate'] as const;
export type DownloadFormat = (typeof DOWNLOAD_FORMATS)[number];

/** Where a file of a credential lies. */
export function filePath(id: string, format: (typeof FILE_FORMATS)[number]): string {
  return format === 'bundle' ? `/c/${id}.bundle.json` : `/c/${id}.${format}`;
}

type DownloadsProps = {
  readonly credential: HeldCredential;
  readonly held: HolderAward;
  readonly reader: Reader;
};

/**
 * While the link is off the files are behind a form that switches it on, which is said above it. While
 * it is on they are plain links, so that none can switch on again what was switched off elsewhere.
 */
export function Downloads(props: DownloadsProps) {
  const { credential, reader } = props;
  const { message } = reader.messages;
  const { credentialId: id, visible, rsaReady } = credential;
  const others = FILE_FORMATS.filter(
    (format) => format !== 'pdf' && (format !== 'jwt' || rsaReady),
  );
  const pending = !rsaReady && (
    <p class="quiet small">
      {message('credential-download-jwt')}: {message('credential-pending')}
    </p>
  );
  return visible ? (
    <>
      <form method="get" action={`/c/${id}.pdf`}>
        <div class="actions">
          <button type="submit" name="download" value="">
            {message('credential-download-pdf')}
          </button>
          <button type="submit" class="quieter" formaction={`/c/${id}/certificate`}>
            {message('credential-open-certificate')}
          </button>
        </div>
        <Choice {...props} />
      </form>
      <div class="actions">
        {others.map((format) => (
          <a class="button quieter" href={filePath(id, format)} download>
            {message(`credential-download-${format}`)}
          </a>
        ))}
      </div>
      {pending}
      <BadgeSizes credentialId={id} messages={reader.messages} />
    </>
  ) : (
    <form method="post" action={linkTo(`/me/credentials/${id}/download`, reader)}>
      <div class="actions">
        <button type="submit" name="format" value="pdf">
          {message('credential-download-pdf')}
        </button>
        <button type="submit" class="quieter" name="format" value="certificate">
          {message('credential-open-certificate')}
        </button>
        {others.map((format) => (
          <button type="submit" class="quieter" name="format" value={format}>
            {message(`credential-download-${format}`)}
          </button>
        ))}
      </div>
      <Choice {...props} />
      {pending}
    </form>
  );
}

function Choice({ credential, held: { achievement, issuer }, reader }: DownloadsProps) {
  const { credentialId, language } = credential;
  return (
    <details>
      <summary>{reader.messages.message('paper-choice')}</summary>
      <div class="actions">
        <CertificateFields
          of={credentialId}
          languages={secondLanguages(achievement, issuer.demonstration, language)}
          drafts={achievement.drafts}
          reader={reader}
        />
      </div>
    </details>
  );
}
