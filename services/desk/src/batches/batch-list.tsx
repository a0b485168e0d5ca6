import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { deskPath } from '../page/desk-page.tsx';
import { Paging } from '../page/paging.tsx';
import type { DeskBatch } from './batch-progress.ts';

type BatchListProps = {
  readonly issuer: string;
  readonly batches: readonly DeskBatch[];
  /** Requests to revoke a batch that wait for somebody; null for who does not see them. */
  readonly waiting: number | null;
  readonly page: number;
  readonly total: number;
  readonly reader: Reader;
};

/** What was awarded, newest first. */
export function BatchList({ issuer, batches, waiting, page, total, reader }: BatchListProps) {
  const { message, language } = reader.messages;
  return (
    <>
      <h1>{message('desk-section-batches')}</h1>
      {waiting !== null && (
        <p>
          <a href={linkTo(deskPath(issuer, '/batches/revocations'), reader)}>
            {waiting > 0
              ? message('revocations-list-waiting', waiting)
              : message('revocations-list-title')}
          </a>
        </p>
      )}
      {total === 0 && <p>{message('batches-none')}</p>}
      <ul class="people">
        {batches.map((batch) => (
          <li>
            <a href={linkTo(deskPath(issuer, `/batches/${batch.id}`), reader)}>
              <bdi dir="auto">{batch.label === '' ? batch.achievementSlug : batch.label}</bdi>
            </a>
            <p class="quiet small">
              {message('sheets-rows', batch.size)}
              {' · '}
              {longDate(dayOf(batch.createdAtSeconds), language)}
            </p>
          </li>
        ))}
      </ul>
      <Paging page={page} total={total} path={deskPath(issuer, '/batches')} reader={reader} />
    </>
  );
}
