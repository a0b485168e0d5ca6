import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import type { VisibleRecord } from '../record/visible-credential.ts';
import { LogProof } from './log-proof.tsx';

type LinksProps = { readonly found: VisibleRecord; readonly reader: Reader };

/** The files of a learner record, to keep. */
export function RecordDownloads({ found, reader }: LinksProps) {
  const { message } = reader.messages;
  const { id, rsaJwt } = found.row;
  const files = [
    { href: `/c/${id}.json`, label: message('credential-download-json') },
    { href: `/c/${id}.jwt?profile=vc-jose`, label: message('credential-download-jose') },
    ...(rsaJwt === null
      ? []
      : [{ href: `/c/${id}.jwt`, label: message('credential-download-jwt') }]),
    { href: `/c/${id}.bundle.json`, label: message('credential-download-bundle') },
  ];
  return (
    <>
      <h2>{message('credential-download')}</h2>
      <ul class="plain">
        {files.map(({ href, label }) => (
          <li>
            <a href={href} download>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

type CheckProps = LinksProps & { readonly logProof: string | null };

/** What a verifier that is not ours needs of the record itself; each credential in it names its own issuer. */
export function RecordIndependentCheck({ found, logProof, reader }: CheckProps) {
  const { message } = reader.messages;
  return (
    <>
      <h2>{message('credential-independent')}</h2>
      <p>{message('credential-independent-lead')}</p>
      <ul class="plain">
        <li>
          <a href="/.well-known/did.json">{message('credential-link-did')}</a>
        </li>
        <li>
          <a href="/.well-known/keys.json">{message('credential-link-keys')}</a>
        </li>
        <li>
          <a href={`/status/${found.row.statusList}`}>{message('credential-link-status')}</a>
        </li>
        <li>
          <a href={linkTo('/log', reader)}>{message('credential-link-log')}</a>
        </li>
      </ul>
      <LogProof text={logProof} messages={reader.messages} />
    </>
  );
}
