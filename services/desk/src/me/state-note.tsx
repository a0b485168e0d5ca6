import type { HeldCredential } from '@laurel/contracts/signer-rpc';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';

type StateNoteProps = { readonly credential: HeldCredential; readonly reader: Reader };

/** What is said of a credential where it does not simply stand, and since when. */
export function StateNote({ credential: { state, since }, reader }: StateNoteProps) {
  const { message, language } = reader.messages;
  return state === 'active' || since === null ? null : (
    <span class="waiting">{message(`me-state-${state}`, longDate(since, language))}</span>
  );
}
