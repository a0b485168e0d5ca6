import type { Reader } from '@laurel/http/reader';
import type { Child } from 'hono/jsx';
import { Done } from '../page/done.tsx';
import { Paging } from '../page/paging.tsx';

type QueueListProps = {
  readonly title: string;
  readonly lead: string;
  readonly path: string;
  readonly page: number;
  readonly total: number;
  readonly done: string | null;
  readonly reader: Reader;
  /** Its entries. */
  readonly children: Child;
};

/** One page of what waits for a reviewer. */
export function QueueList(props: QueueListProps) {
  const { title, lead, path, page, total, done, reader, children } = props;
  return (
    <>
      <h1>{title}</h1>
      <Done sentence={done} />
      <p class="lead">{lead}</p>
      <ul class="people">{children}</ul>
      <Paging page={page} total={total} path={path} reader={reader} />
    </>
  );
}
