import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import type { NameChange } from './own-name.ts';
import { WritingList } from './writing-list.tsx';

type ChangeNoteProps = { readonly change: NameChange | null; readonly reader: Reader };

/** What became of the last wish to have a name changed: it waits, or what a steward answered. */
export function ChangeNote({ change, reader }: ChangeNoteProps) {
  const { message, language } = reader.messages;
  if (change === null || change.state === 'taken_back') return null;
  if (change.state === 'waiting') {
    return (
      <section class="card" aria-labelledby="wish">
        <h2 id="wish">{message('name-wish')}</h2>
        <p>{message('name-wish-waits', longDate(dayOf(change.askedAtSeconds), language))}</p>
        <WritingList writings={change.writings ?? {}} />
        <form method="post" action={linkTo('/me/name/take-back', reader)}>
          <button type="submit" class="quieter">
            {message('name-take-back')}
          </button>
        </form>
      </section>
    );
  }
  const day = longDate(dayOf(change.decidedAtSeconds ?? change.askedAtSeconds), language);
  return (
    <div class="note">
      <p>
        <strong>{message(`name-wish-${change.state}`, day)}</strong>
      </p>
      {change.answer !== null && change.answer !== '' && (
        <blockquote dir="auto" class="prose">
          {change.answer}
        </blockquote>
      )}
    </div>
  );
}
