import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { Localised } from '../me/localised.tsx';
import { Done } from '../page/done.tsx';
import { Paging } from '../page/paging.tsx';
import type { WaitingReport } from '../reports/waiting-reports.ts';
import { StewardsMenu } from './queue-page.tsx';

type ReportQueueProps = {
  readonly reports: readonly WaitingReport[];
  readonly page: number;
  readonly total: number;
  readonly isDone: boolean;
  readonly reader: Reader;
};

/** What people report about awards that were made to them: what waits longest stands first. */
export function ReportQueue({ reports, page, total, isDone, reader }: ReportQueueProps) {
  const { message, language } = reader.messages;
  return (
    <>
      <StewardsMenu reader={reader} />
      <h1>{message('stewards-reports')}</h1>
      <Done sentence={isDone ? message('stewards-reports-done') : null} />
      <p>{message('stewards-reports-lead')}</p>
      {total === 0 && <p>{message('stewards-none')}</p>}
      <ul class="people">
        {reports.map(({ id, reason, issuerFace, reportedAtSeconds }) => (
          <li>
            <a href={linkTo(`/desk/stewards/reports/${id}`, reader)}>
              {message(`report-reason-${reason}`)}
            </a>
            <p class="quiet small">
              <Localised texts={issuerFace.names} reader={reader} />
              {' · '}
              {message('reports-sent', longDate(dayOf(reportedAtSeconds), language))}
            </p>
          </li>
        ))}
      </ul>
      <Paging page={page} total={total} path="/desk/stewards/reports" reader={reader} />
    </>
  );
}
