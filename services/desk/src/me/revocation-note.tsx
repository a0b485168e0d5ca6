import type { Reader } from '@laurel/http/reader';
import type { HolderAward } from './holder-award.ts';

type RevocationNoteProps = { readonly award: HolderAward['award']; readonly reader: Reader };

/** Why an award was revoked, for its holder; nothing for one that was not. */
export function RevocationNote({ award, reader }: RevocationNoteProps) {
  const { message } = reader.messages;
  return award.revocationReason === null ? null : (
    <div class="note">
      <p>
        <strong>{message('me-revoked-because')}</strong>{' '}
        {message(`revocation-${award.revocationReason}`)}
      </p>
      <p>{message('me-revoked-what-to-do')}</p>
    </div>
  );
}
