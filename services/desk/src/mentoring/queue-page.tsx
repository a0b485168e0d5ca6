import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { deskPath } from '../page/desk-page.tsx';
import { QueueEntry } from '../reviewing/queue-entry.tsx';
import { QueueList } from '../reviewing/queue-list.tsx';
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
export function QueuePage({ issuer, entries, ...queue }: QueuePageProps) {
  const { message, language } = queue.reader.messages;
  const path = deskPath(issuer, '/mentorships');
  return (
    <QueueList
      title={message('desk-section-mentoring')}
      lead={
        queue.total === 0 ? message('mentorships-none') : message('mentorships-lead', queue.total)
      }
      path={path}
      {...queue}
    >
      {entries.map((entry) => (
        <QueueEntry entry={entry} path={path} reader={queue.reader}>
          {entry.confirmedAtSeconds !== null && (
            <p class="quiet small">
              {message('nominations-since', longDate(dayOf(entry.confirmedAtSeconds), language))}
            </p>
          )}
        </QueueEntry>
      ))}
    </QueueList>
  );
}
