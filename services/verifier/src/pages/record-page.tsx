import type { IssuerFace } from '@laurel/core/issuer';
import { stringAt } from '@laurel/core/json';
import { isLearnerRecord } from '@laurel/core/learner-record';
import type { Reader } from '@laurel/http/reader';
import { Layout } from '@laurel/pages/layout';
import { linkTo } from '@laurel/pages/link';
import { Seal } from '@laurel/pages/mark';
import { Notices } from '@laurel/pages/notices';
import { RecordContents } from '@laurel/pages/record-contents';
import { CheckList, VerdictBanner } from '@laurel/pages/report';
import type { Report } from '@laurel/verification/report';
import type { VisibleRecord } from '../record/visible-credential.ts';
import { Day } from './day.tsx';
import { NAMELESS } from './nameless.ts';
import { RecordDownloads, RecordIndependentCheck } from './record-links.tsx';

type RecordPageProps = {
  readonly found: VisibleRecord;
  readonly report: Report;
  /** The service, as the issuer of what was signed; null where nothing is left of it. */
  readonly face: IssuerFace | null;
  /** That its JSON file is in the log; null while it waits, and where there is none any more. */
  readonly logProof: string | null;
  readonly reader: Reader;
  readonly path: string;
};

/** A learner record for its reader: one verdict for all that it holds, and each with its own. */
export function RecordPage({ found, report, face, logProof, reader, path }: RecordPageProps) {
  const { row } = found;
  const { messages } = reader;
  const { message } = messages;
  const { verdict, checks, credential } = report;
  const isHere = credential !== null && isLearnerRecord(credential);
  const shown = isHere && !NAMELESS.includes(verdict) ? credential : null;
  const title = isHere ? (stringAt(credential, 'name') ?? '') : message('record-untitled');
  return (
    <Layout title={message('record-page-title', title)} reader={reader} path={path}>
      <VerdictBanner verdict={verdict} checks={checks} withReasons messages={messages} />
      {face !== null && <Notices face={face} messages={messages} />}
      <article class="card">
        {shown !== null && <Seal />}
        <p class="over">{message('record-page-kind')}</p>
        <h1>
          <bdi dir="auto">{title}</bdi>
        </h1>
        <p>{message(isHere ? 'record-page-means' : 'record-page-withdrawn')}</p>
        <dl>
          <dt>{message('record-signed-by')}</dt>
          <dd>{message('laurel-name')}</dd>
          <dt>{message('credential-issued')}</dt>
          <dd>
            <Day day={row.validFrom.slice(0, 10)} messages={messages} />
          </dd>
        </dl>
      </article>
      {shown !== null && (
        <>
          <h2>{message('record-page-contents')}</h2>
          <RecordContents record={shown} checks={checks} messages={messages} />
        </>
      )}
      {isHere && (
        <>
          {shown !== null && (
            <p>
              <a class="step" href={linkTo(`/confirm/${row.id}`, reader)}>
                {message('credential-confirm')}
              </a>
            </p>
          )}
          <h2>{message('checks-title')}</h2>
          <CheckList checks={checks} messages={messages} />
          {shown !== null && <RecordDownloads found={found} reader={reader} />}
          <RecordIndependentCheck found={found} logProof={logProof} reader={reader} />
        </>
      )}
    </Layout>
  );
}
