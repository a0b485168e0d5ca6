import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import { deskPath } from '../page/desk-page.tsx';
import { Done } from '../page/done.tsx';
import { Paging } from '../page/paging.tsx';
import { AchievementName } from './achievement-name.tsx';
import type { QueueEntry } from './queue.ts';

type QueuePageProps = {
  readonly issuer: string;
  readonly entries: readonly QueueEntry[];
  readonly page: number;
  readonly total: number;
  readonly done: string | null;
  readonly reader: Reader;
};

/** The nominations that wait for an answer, oldest first; who waited long stands out, also in words. */
export function QueuePage({ issuer, entries, page, total, done, reader }: QueuePageProps) {
  const { message } = reader.messages;
  const path = deskPath(issuer, '/nominations');
  return (
    <>
      <h1>{message('desk-section-nominations')}</h1>
      <Done sentence={done} />
      <p class="lead">
        {total === 0 ? message('nominations-none') : message('nominations-lead', total)}
      </p>
      <ul class="people">
        {entries.map((entry) => (
          <Entry entry={entry} path={path} reader={reader} />
        ))}
      </ul>
      <Paging page={page} total={total} path={path} reader={reader} />
    </>
  );
}

type EntryProps = { readonly entry: QueueEntry; readonly path: string; readonly reader: Reader };

function Entry({ entry, path, reader }: EntryProps) {
  const { message, language } = reader.messages;
  const { id, username, waiting, nominators, isOwn, sinceSeconds } = entry;
  return (
    <li>
      <a href={linkTo(`${path}/${id}`, reader)}>
        <strong>
          {username === null ? message('awards-nameless') : <Person name={username} />}
        </strong>
      </a>
      <p>
        <AchievementName {...entry} reader={reader} />
      </p>
      {waiting !== 'new' && (
        <p class={waiting === 'month' ? 'overdue' : 'waiting'}>
          <span aria-hidden="true">{waiting === 'month' ? '⏳⏳' : '⏳'}</span>{' '}
          {message(`nominations-waiting-${waiting}`)}
        </p>
      )}
      <p class="quiet small">
        {message('nominations-since', longDate(dayOf(sinceSeconds), language))}
        {' · '}
        {message('nominations-people', nominators)}
      </p>
      {isOwn && (
        <p class="small">
          <span class="tag">{message('nominations-own')}</span>
        </p>
      )}
    </li>
  );
}
