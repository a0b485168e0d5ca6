import type { HeldCredential } from '@laurel/contracts/signer-rpc';
import type { Reader } from '@laurel/http/reader';
import { BadgeSizes } from '@laurel/pages/badge-sizes';
import { linkTo } from '@laurel/pages/link';

/** The files of a credential, the one that most people want first. */
export const DOWNLOAD_FORMATS = ['pdf', 'png', 'svg', 'json', 'jwt'] as const;
export type DownloadFormat = (typeof DOWNLOAD_FORMATS)[number];

type DownloadsProps = { readonly credential: HeldCredential; readonly reader: Reader };

/**
 * While the link is off the files are behind a form that switches it on, which is said above it. While
 * it is on they are plain links, so that none can switch on again what was switched off elsewhere.
 */
export function Downloads({ credential, reader }: DownloadsProps) {
  const { message } = reader.messages;
  const { credentialId: id, visible, rsaReady } = credential;
  const ready = DOWNLOAD_FORMATS.filter((format) => format !== 'jwt' || rsaReady);
  const emphasis = (format: DownloadFormat) => (format === 'pdf' ? '' : 'quieter');
  const pending = !rsaReady && (
    <p class="quiet small">
      {message('credential-download-jwt')}: {message('credential-pending')}
    </p>
  );
  return visible ? (
    <>
      <div class="actions">
        {ready.map((format) => (
          <a class={`button ${emphasis(format)}`} href={`/c/${id}.${format}`} download>
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
        {ready.map((format) => (
          <button type="submit" class={emphasis(format)} name="format" value={format}>
            {message(`credential-download-${format}`)}
          </button>
        ))}
      </div>
      {pending}
    </form>
  );
}
