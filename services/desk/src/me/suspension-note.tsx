import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import type { HolderAward } from './holder-award.ts';

type SuspensionNoteProps = { readonly award: HolderAward['award']; readonly reader: Reader };

/** Why and since when an award is suspended, for its holder; nothing for one that is not. */
export function SuspensionNote({ award, reader }: SuspensionNoteProps) {
  const { message, language } = reader.messages;
  const { suspendedAtSeconds, suspensionReason } = award;
  if (!isSuspended(award) || suspendedAtSeconds === null || suspensionReason === null) return null;
  return (
    <div class="note">
      <p>
        <strong>
          {message('me-suspended-since', longDate(dayOf(suspendedAtSeconds), language))}
        </strong>{' '}
        {message(`suspension-${suspensionReason}`)}
      </p>
      <p>{message('me-suspended-what-to-do')}</p>
    </div>
  );
}

/** True while an award that stands is said to be suspended. */
export function isSuspended(award: HolderAward['award']): boolean {
  return (
    award.state === 'accepted' && award.supersededBy === null && award.suspendedAtSeconds !== null
  );
}
