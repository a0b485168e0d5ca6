import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { evidenceName } from '@laurel/i18n/evidence-name';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import { Localised } from '../me/localised.tsx';
import { type Mistakes, TextArea } from '../page/fields.tsx';
import type { WaitingReport } from '../reports/waiting-reports.ts';
import { StewardsMenu } from './queue-page.tsx';

/** In UTF-16 code units. */
export const MAX_REPORT_ANSWER_LENGTH = 2_000;

type ReportReviewProps = {
  readonly report: WaitingReport;
  readonly answer: string;
  readonly mistakes: Mistakes;
  readonly reader: Reader;
};

/** One report: about what, why, and the answer that closes it. Not by whom. */
export function ReportReview({ report, answer, mistakes, reader }: ReportReviewProps) {
  const { message } = reader.messages;
  return (
    <>
      <StewardsMenu reader={reader} />
      <h1>{message(`report-reason-${report.reason}`)}</h1>
      <p class="note">{message('stewards-reports-secret')}</p>
      {report.words === '' ? (
        <p>{message('stewards-reports-wordless')}</p>
      ) : (
        <blockquote class="story" dir="auto">
          {report.words}
        </blockquote>
      )}
      <ReportFacts report={report} reader={reader} />
      <form method="post" action={linkTo(`/desk/stewards/reports/${report.id}`, reader)}>
        <TextArea
          name="answer"
          label={message('stewards-reports-answer')}
          help={message('stewards-reports-answer-help')}
          value={answer}
          maxlength={MAX_REPORT_ANSWER_LENGTH}
          mistake={mistakes.get('answer')}
        />
        <button type="submit">{message('stewards-reports-close')}</button>
      </form>
    </>
  );
}

type FactsProps = { readonly report: WaitingReport; readonly reader: Reader };

function ReportFacts({ report, reader }: FactsProps) {
  const { message, language } = reader.messages;
  const { achievement, issuer, issuerFace, award, awardedBy, reportedAtSeconds } = report;
  const day = (seconds: number) => longDate(dayOf(seconds), language);
  return (
    <dl>
      <dt>{message('credential-issuer')}</dt>
      <dd>
        <a href={linkTo(`/issuers/${issuer}`, reader)}>
          <Localised texts={issuerFace.names} reader={reader} />
        </a>
      </dd>
      <dt>{message('sheets-achievement')}</dt>
      <dd>
        <Localised texts={achievement.name} reader={reader} source={achievement.sourceLanguage} />
      </dd>
      <dt>{message('stewards-reports-when')}</dt>
      <dd>
        {award === null
          ? message('stewards-reports-lapsed')
          : message('awards-offered-on', day(award.offeredAtSeconds))}{' '}
        {message('reports-sent', day(reportedAtSeconds))}
      </dd>
      {awardedBy !== null && (
        <>
          <dt>{message('stewards-reports-awarded-by')}</dt>
          <dd>
            <Person name={awardedBy} />
          </dd>
        </>
      )}
      {award !== null && award.evidence.length > 0 && (
        <>
          <dt>{message('credential-evidence')}</dt>
          <dd>
            {award.evidence.map((one) => evidenceName(one.class, reader.messages)).join(' · ')}
          </dd>
        </>
      )}
    </dl>
  );
}
