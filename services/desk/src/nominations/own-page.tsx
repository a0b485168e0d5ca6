import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import { Localised } from '../me/localised.tsx';
import { Done } from '../page/done.tsx';
import { Paging } from '../page/paging.tsx';
import { AchievementName } from '../reviewing/achievement-name.tsx';
import type { OwnNomination } from './own-nominations.ts';

type OwnPageProps = {
  readonly nominations: readonly OwnNomination[];
  readonly page: number;
  readonly total: number;
  readonly done: string | null;
  readonly reader: Reader;
};

/** What somebody nominated, and what became of it. */
export function OwnPage({ nominations, page, total, done, reader }: OwnPageProps) {
  const { message } = reader.messages;
  return (
    <>
      <h1>{message('nominations-own-title')}</h1>
      <Done sentence={done} />
      {total === 0 && <p>{message('nominations-own-none')}</p>}
      <ul class="people">
        {nominations.map((nomination) => (
          <Entry nomination={nomination} reader={reader} />
        ))}
      </ul>
      <Paging page={page} total={total} path="/desk/nominations" reader={reader} />
      <p>
        <a class="button" href={linkTo('/desk/nominate', reader)}>
          {message('nominate-title')}
        </a>
      </p>
    </>
  );
}

type EntryProps = { readonly nomination: OwnNomination; readonly reader: Reader };

function Entry({ nomination, reader }: EntryProps) {
  const { message, language } = reader.messages;
  const { id, state, username, answer, issuerNames } = nomination;
  const path = `/desk/nominations/${id}/withdraw`;
  return (
    <li>
      <strong>
        {username === null ? message('nominations-erased') : <Person name={username} />}
      </strong>
      <p>
        <AchievementName {...nomination} reader={reader} />
        {issuerNames !== null && (
          <>
            {' · '}
            <Localised texts={issuerNames} reader={reader} />
          </>
        )}
      </p>
      <p>
        <span class="tag">{message(`nominations-state-${state}`)}</span>{' '}
        <span class="quiet small">{longDate(dayOf(nomination.createdAtSeconds), language)}</span>
      </p>
      {answer !== null && (
        <blockquote class="story">
          <p class="quiet small">{message('nominations-answer')}</p>
          <p dir="auto">{answer}</p>
        </blockquote>
      )}
      {state === 'waiting' && (
        <>
          <p class="quiet small">
            {message('nominations-lapses', longDate(dayOf(nomination.lapsesAtSeconds), language))}
          </p>
          <details>
            <summary>{message('nominations-withdraw')}</summary>
            <form method="post" action={linkTo(path, reader)}>
              <p>{message('nominations-withdraw-means')}</p>
              <button type="submit" class="grave">
                {message('nominations-withdraw')}
              </button>
            </form>
          </details>
        </>
      )}
    </li>
  );
}
