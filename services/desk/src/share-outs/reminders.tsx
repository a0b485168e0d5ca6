import { textIn } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';
import { isolated } from '@laurel/i18n/isolated';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import type { OwnShareOut } from './own.ts';

type RemindersProps = { readonly due: readonly OwnShareOut[]; readonly reader: Reader };

/** What was promised and is due soon: each reminder comes once, and can be put away. */
export function ShareOutReminders({ due, reader }: RemindersProps) {
  if (due.length === 0) return null;
  const { message, language } = reader.messages;
  return (
    <section class="note" aria-labelledby="share-outs">
      <h2 id="share-outs">{message('share-out-remind-title')}</h2>
      {due.map(({ awardId, achievement, until }) => {
        const languages = [language, ...reader.languages];
        const { text } = textIn(achievement.name, languages, achievement.sourceLanguage);
        const path = `/me/awards/${awardId}/share-out`;
        return (
          <>
            <p>{message('share-out-remind', isolated(text), longDate(until, language))}</p>
            <p>
              <a class="button" href={linkTo(path, reader)}>
                {message('share-out-give-link')}
              </a>
            </p>
            <form method="post" action={linkTo(`${path}/reminder/end`, reader)}>
              <button type="submit" class="quieter">
                {message('share-out-remind-away')}
              </button>
            </form>
          </>
        );
      })}
    </section>
  );
}
