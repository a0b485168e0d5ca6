import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import type { TermReminder } from '../../role-terms/reminders.ts';
import { Localised } from '../localised.tsx';

type ReminderNotesProps = {
  readonly reminders: readonly TermReminder[];
  readonly reader: Reader;
};

/** What needs the holder: terms that end soon, each with the way to its hand-over, to be put away. */
export function ReminderNotes({ reminders, reader }: ReminderNotesProps) {
  if (reminders.length === 0) return null;
  const { message, language } = reader.messages;
  return (
    <section aria-labelledby="needs-you">
      <h2 id="needs-you">{message('reminders-title')}</h2>
      {reminders.map(({ awardId, achievement, end }) => (
        <div class="note">
          <p>
            <strong id={`reminder-${awardId}`}>
              <Localised
                texts={achievement.name}
                reader={reader}
                source={achievement.sourceLanguage}
              />
            </strong>{' '}
            {message('reminders-ends', longDate(end, language))}
          </p>
          <p>
            <a class="step" href={linkTo(`/me/awards/${awardId}/hand-over`, reader)}>
              {message('hand-over-title')}
            </a>
          </p>
          <form method="post" action={linkTo(`/me/awards/${awardId}/reminders`, reader)}>
            <button type="submit" class="quieter" aria-describedby={`reminder-${awardId}`}>
              {message('reminders-noted')}
            </button>
          </form>
        </div>
      ))}
      <p>
        <a href={linkTo('/me/calendar', reader)}>{message('calendar-title')}</a>
      </p>
    </section>
  );
}
