import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { deskPath } from '../page/desk-page.tsx';
import { Paging } from '../page/paging.tsx';
import { slipPath, type TalliedSheet } from './slip-values.ts';

type SheetListProps = {
  readonly issuer: string;
  readonly sheets: readonly TalliedSheet[];
  readonly page: number;
  readonly total: number;
  readonly reader: Reader;
};

/** Sheets of slips, newest first, and who of each waits to be confirmed. */
export function SheetList({ issuer, sheets, page, total, reader }: SheetListProps) {
  const { message, language } = reader.messages;
  if (total === 0) return null;
  return (
    <section aria-labelledby="made">
      <h2 id="made">{message('slips-made')}</h2>
      <ul class="people">
        {sheets.map((sheet) => (
          <li>
            <a href={linkTo(slipPath(sheet), reader)}>
              <bdi dir="auto">{sheet.label}</bdi>
            </a>{' '}
            {sheet.tally.presented > 0 && (
              <span class="tag">{message('slips-waiting', sheet.tally.presented)}</span>
            )}
            <p class="quiet small">
              {message('slips-count', sheet.size)}
              {' · '}
              {message('slips-confirmed', sheet.tally.confirmed)}
              {' · '}
              {message(
                sheet.ended ? 'slips-ended-on' : 'slips-ends-on',
                longDate(dayOf(sheet.endsAtSeconds), language),
              )}
            </p>
          </li>
        ))}
      </ul>
      <Paging page={page} total={total} path={deskPath(issuer, '/slips')} reader={reader} />
    </section>
  );
}
