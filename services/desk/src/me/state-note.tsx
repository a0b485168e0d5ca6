import type { HeldCredential } from '@laurel/contracts/signer-rpc';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';

type StateNoteProps = { readonly credential: HeldCredential; readonly reader: Reader };

/** What is said of a credential where it does not simply stand, and since when. */
export function StateNote({ credential, reader }: StateNoteProps) {
  const said = sayState(credential, reader);
  return said === null ? null : <span class="waiting">{said}</span>;
}

/** The same as a sentence, of a learner record too; null where it simply stands. */
export function sayState(
  {
    state,
    since,
    saidFormerName,
    lostEndorsement,
  }: Pick<HeldCredential, 'state' | 'since' | 'saidFormerName' | 'lostEndorsement'>,
  { messages: { message, language } }: Reader,
): string | null {
  if (state === 'active' || since === null) return null;
  const day = longDate(since, language);
  if (state === 'withdrawn' && saidFormerName) return message('me-state-former-name', day);
  return state === 'withdrawn' && lostEndorsement
    ? message('me-state-lost-endorsement', day)
    : message(`me-state-${state}`, day);
}
