import type { IssuerFace } from '@laurel/core/issuer';
import { isolated } from '@laurel/i18n/isolated';
import { longDate } from '@laurel/i18n/long-date';
import type { Messages } from '@laurel/i18n/messages';

type VouchingProps = { readonly face: IssuerFace; readonly messages: Messages };

/** Who answers for an issuer, since when, and by which edit it asked; or that nobody does. */
export function Vouching({ face, messages: { language, message } }: VouchingProps) {
  const { vouch } = face;
  if (vouch === null) return <p class="note">{message('issuer-not-vouched')}</p>;
  return (
    <p class="small">
      {message('issuer-vouched', isolated(vouch.by), longDate(vouch.since, language))}
      {vouch.proofUrl !== null && (
        <>
          {' '}
          <a href={vouch.proofUrl} rel="noreferrer nofollow">
            {message('issuer-vouch-proof')}
          </a>
        </>
      )}
    </p>
  );
}
