import type { Reader } from '@laurel/http/reader';
import { BadgeSizes } from '@laurel/pages/badge-sizes';
import { linkTo } from '@laurel/pages/link';
import type { VisibleCredential } from '../record/visible-credential.ts';
import { CertificateForm } from './certificate-form.tsx';
import { EmbedOffer } from './embed-offer.tsx';
import { LogProof } from './log-proof.tsx';

type LinksProps = { readonly found: VisibleCredential; readonly reader: Reader };

type CheckProps = LinksProps & {
  /** That its JSON file is in the log; null while it waits. */
  readonly logProof: string | null;
};

/** The artefacts of a credential, to keep. */
export function Downloads({ found, reader }: LinksProps) {
  const { message } = reader.messages;
  const { id, rsaJwt } = found.row;
  const files = [
    { href: `/c/${id}.png`, label: message('credential-download-png') },
    { href: `/c/${id}.svg`, label: message('credential-download-svg') },
    { href: `/c/${id}.json`, label: message('credential-download-json') },
    { href: `/c/${id}.jwt?profile=vc-jose`, label: message('credential-download-jose') },
    { href: `/c/${id}.bundle.json`, label: message('credential-download-bundle') },
  ];
  return (
    <>
      <h2>{message('credential-download')}</h2>
      <CertificateForm found={found} reader={reader} />
      <ul class="plain">
        {files.map(({ href, label }) => (
          <li>
            <a href={href} download>
              {label}
            </a>
          </li>
        ))}
        <li>
          {rsaJwt === null ? (
            `${message('credential-download-jwt')}: ${message('credential-pending')}`
          ) : (
            <a href={`/c/${id}.jwt`} download>
              {message('credential-download-jwt')}
            </a>
          )}
        </li>
      </ul>
      <BadgeSizes credentialId={id} messages={reader.messages} />
      <EmbedOffer url={found.url} messages={reader.messages} />
    </>
  );
}

/** What a verifier that is not ours needs. */
export function IndependentCheck({ found, logProof, reader }: CheckProps) {
  const { message } = reader.messages;
  const { issuer, statusList, state } = found.row;
  const isOursAlone = state === 'suspended' || state === 'superseded';
  return (
    <>
      <h2>{message('credential-independent')}</h2>
      <p>{message('credential-independent-lead')}</p>
      {isOursAlone && <p class="note">{message('credential-standing-only-here')}</p>}
      <ul class="plain">
        <li>
          <a href={`/issuers/${issuer}/did.json`}>{message('credential-link-did')}</a>
        </li>
        <li>
          <a href={`/issuers/${issuer}/jwks.json`}>{message('credential-link-jwks')}</a>
        </li>
        <li>
          <a href={`/issuers/${issuer}/keys.json`}>{message('credential-link-keys')}</a>
        </li>
        <li>
          <a href={`/status/${statusList}`}>{message('credential-link-status')}</a>
        </li>
        <li>
          <a href={linkTo('/log', reader)}>{message('credential-link-log')}</a>
        </li>
      </ul>
      <LogProof text={logProof} messages={reader.messages} />
    </>
  );
}
