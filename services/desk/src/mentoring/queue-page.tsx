import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import { AchievementName } from '../nominations/achievement-name.tsx';
import { deskPath } from '../page/desk-page.tsx';
import { Done } from '../page/done.tsx';
import { Paging } from '../page/paging.tsx';
import type { MentorshipEntry } from './queue.ts';

type QueuePageProps = {
  readonly issuer: string;
  readonly entries: readonly MentorshipEntry[];
  readonly page: number;
  readonly total: number;
  readonly done: string | null;
  readonly reader: Reader;
};

/** The mentorships that wait for an answer, what was confirmed first at the top. */
export function QueuePage({ issuer, entries, page, total, done, reader }: QueuePageProps) {
  const { message } = reader.messages;
  const path = deskPath(issuer, '/mentorships');
  return (
    <>
      <h1>{message('desk-section-mentoring')}</h1>
      <Done sentence={done} />
      <p class="lead">
        {total === 0 ? message('mentorships-none') : message('mentorships-lead', total)}
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

type EntryProps = {
  readonly entry: MentorshipEntry;
  readonly path: string;
  readonly reader: Reader;
};

function Entry({ entry, path, reader }: EntryProps) {
  const { message, language } = reader.messages;
  const { id, username, waiting, confirmedAtSeconds } = entry;
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
      {confirmedAtSeconds !== null && (
        <p class="quiet small">
          {message('nominations-since', longDate(dayOf(confirmedAtSeconds), language))}
        </p>
      )}
    </li>
  );
}
