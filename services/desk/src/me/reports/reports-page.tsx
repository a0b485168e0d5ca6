import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { Done } from '../../page/done.tsx';
import { Localised } from '../localised.tsx';
import type { OwnReport } from './own-reports.ts';

type ReportsPageProps = {
  readonly reports: readonly OwnReport[];
  readonly isDone: boolean;
  readonly reader: Reader;
};

/** What somebody reported to the stewards, and what those answered. */
export function ReportsPage({ reports, isDone, reader }: ReportsPageProps) {
  const { message } = reader.messages;
  return (
    <>
      <p class="over">
        <a href={linkTo('/me', reader)}>{message('me-title')}</a>
      </p>
      <h1>{message('reports-title')}</h1>
      <Done sentence={isDone ? message('reports-done') : null} />
      <p>{message('reports-lead')}</p>
      {reports.length === 0 && <p class="lead">{message('reports-none')}</p>}
      {reports.map((one) => (
        <OneReport one={one} reader={reader} />
      ))}
    </>
  );
}

function OneReport({ one, reader }: { readonly one: OwnReport; readonly reader: Reader }) {
  const { report, achievement, issuer } = one;
  const { message, language } = reader.messages;
  return (
    <article class="card" aria-labelledby={`report-${report.id}`}>
      <h2 id={`report-${report.id}`}>
        <Localised texts={achievement.name} reader={reader} source={achievement.sourceLanguage} />
      </h2>
      <p class="quiet small">
        <Localised texts={issuer.names} reader={reader} />
        {' · '}
        {message('reports-sent', longDate(dayOf(report.reportedAtSeconds), language))}
      </p>
      <p>{message(`report-reason-${report.reason}`)}</p>
      {report.words !== '' && (
        <blockquote dir="auto" class="story">
          {report.words}
        </blockquote>
      )}
      {report.answer === null ? (
        <p class="quiet">{message('reports-waits')}</p>
      ) : (
        <div class="note">
          <p>
            <strong>{message('reports-answered')}</strong>
          </p>
          {report.answer !== '' && (
            <p dir="auto" class="story">
              {report.answer}
            </p>
          )}
        </div>
      )}
    </article>
  );
}
