import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import { Done } from '../page/done.tsx';
import { Paging } from '../page/paging.tsx';
import type { WaitingChange } from './name-changes.ts';
import { StewardsMenu } from './queue-page.tsx';

type NameQueueProps = {
  readonly changes: readonly WaitingChange[];
  readonly page: number;
  readonly total: number;
  readonly isDone: boolean;
  readonly reader: Reader;
};

/** Who asks to have their name changed: who waits longest stands first. */
export function NameQueue({ changes, page, total, isDone, reader }: NameQueueProps) {
  const { message, language } = reader.messages;
  return (
    <>
      <StewardsMenu reader={reader} />
      <h1>{message('stewards-names')}</h1>
      <Done sentence={isDone ? message('stewards-names-decided') : null} />
      <p>{message('stewards-names-lead')}</p>
      {total === 0 && <p>{message('stewards-none')}</p>}
      <ul class="people">
        {changes.map(({ id, accountId, username, askedAtSeconds }) => (
          <li>
            <a href={linkTo(`/desk/stewards/names/${id}`, reader)}>
              {username === null ? <bdi dir="ltr">{accountId}</bdi> : <Person name={username} />}
            </a>
            <p class="quiet small">
              {message('stewards-names-asked', longDate(dayOf(askedAtSeconds), language))}
            </p>
          </li>
        ))}
      </ul>
      <Paging page={page} total={total} path="/desk/stewards/names" reader={reader} />
    </>
  );
}
