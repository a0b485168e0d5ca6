import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { deskPath } from '../page/desk-page.tsx';
import { QueueEntry } from '../reviewing/queue-entry.tsx';
import { QueueList } from '../reviewing/queue-list.tsx';
import type { QueueEntry as Entry } from './queue.ts';

type QueuePageProps = {
  readonly issuer: string;
  readonly entries: readonly Entry[];
  readonly page: number;
  readonly total: number;
  readonly done: string | null;
  readonly reader: Reader;
};

/** The nominations that wait for an answer, oldest first. */
export function QueuePage({ issuer, entries, ...queue }: QueuePageProps) {
  const { message, language } = queue.reader.messages;
  const path = deskPath(issuer, '/nominations');
  return (
    <QueueList
      title={message('desk-section-nominations')}
      lead={
        queue.total === 0 ? message('nominations-none') : message('nominations-lead', queue.total)
      }
      path={path}
      {...queue}
    >
      {entries.map((entry) => (
        <QueueEntry entry={entry} path={path} reader={queue.reader}>
          <p class="quiet small">
            {message('nominations-since', longDate(dayOf(entry.sinceSeconds), language))}
            {' · '}
            {message('nominations-people', entry.nominators)}
          </p>
          {entry.isOwn && (
            <p class="small">
              <span class="tag">{message('nominations-own')}</span>
            </p>
          )}
        </QueueEntry>
      ))}
    </QueueList>
  );
}
