import type { Waiting } from '@laurel/core/nomination';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import type { Child } from 'hono/jsx';
import { AchievementName, type AchievementNameProps } from './achievement-name.tsx';

type QueueEntryProps = {
  readonly entry: Omit<AchievementNameProps, 'reader'> & {
    readonly id: string;
    readonly username: string | null;
    readonly waiting: Waiting;
  };
  /** Of the queue. */
  readonly path: string;
  readonly reader: Reader;
  /** What more there is to know of it. */
  readonly children: Child;
};

/** Who waits in a queue, and what for; who waited long stands out, also in words. */
export function QueueEntry({ entry, path, reader, children }: QueueEntryProps) {
  const { message } = reader.messages;
  const { id, username, waiting } = entry;
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
      {children}
    </li>
  );
}
