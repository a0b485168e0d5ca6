import { isLearnerRecord } from '@laurel/core/learner-record';
import type { Messages } from '@laurel/i18n/messages';
import { Notices } from '@laurel/pages/notices';
import { RecordContents } from '@laurel/pages/record-contents';
import { CheckList, VerdictBanner } from '@laurel/pages/report';
import { nameOf } from '@laurel/verification/held';
import type { BroughtRefusal } from '../brought.ts';
import { agesOf, isNamed, meaningOf } from '../said.ts';
import type { OfflineReport } from '../verify-offline.ts';
import { Facts } from './facts.tsx';

type ReportProps = {
  readonly report: OfflineReport;
  readonly inPdf: boolean;
  /** Names of the files that were looked at. */
  readonly files: readonly string[];
  readonly nowSeconds: number;
  readonly messages: Messages;
};

/** The answer to a verification. */
export function ReportView({ report, inPdf, files, nowSeconds, messages }: ReportProps) {
  const { message } = messages;
  return (
    <>
      <h2 id="answer" tabindex={-1}>
        {message('verify-result-title')}
      </h2>
      <Files files={files} messages={messages} />
      <VerdictBanner
        verdict={report.verdict}
        checks={report.checks}
        meaning={meaningOf(report, messages)}
        withReasons
        messages={messages}
      />
      {report.issuer !== null && <Notices face={report.issuer} messages={messages} />}
      <div class="note">
        <h3>{message('offline-known-title')}</h3>
        {agesOf(report, nowSeconds, messages).map((age) => (
          <p>{age}</p>
        ))}
        {report.address !== null && (
          <p>
            {message('offline-ask-online')}{' '}
            <a href={report.address} dir="ltr" rel="noreferrer noopener" target="_blank">
              {report.address}
            </a>
          </p>
        )}
      </div>
      {isNamed(report) && <Signed report={report} inPdf={inPdf} messages={messages} />}
      <h2>{message('checks-title')}</h2>
      <CheckList checks={report.checks} messages={messages} />
    </>
  );
}

function Signed(props: Parameters<typeof Facts>[0]) {
  const { report, messages } = props;
  const { credential, checks } = report;
  return credential !== null && isLearnerRecord(credential) ? (
    <section>
      <h2>{nameOf(credential)}</h2>
      <p>{messages.message('record-page-means')}</p>
      <RecordContents record={credential} checks={checks} messages={messages} />
    </section>
  ) : (
    <Facts {...props} />
  );
}

type RefusalProps = {
  readonly why: BroughtRefusal;
  readonly files: readonly string[];
  readonly messages: Messages;
};

/** Why there is nothing to verify, and what to do. */
export function RefusalView({ why, files, messages }: RefusalProps) {
  const { message } = messages;
  return (
    <>
      <h2 id="answer" tabindex={-1}>
        {message('offline-refused')}
      </h2>
      <Files files={files} messages={messages} />
      <p class="note">{message(`offline-refused-${why}`)}</p>
    </>
  );
}

function Files({ files, messages }: Pick<ReportProps, 'files' | 'messages'>) {
  if (files.length === 0) return null;
  return (
    <p class="quiet small">
      {messages.message('offline-files')}{' '}
      {files.map((name, at) => (
        <>
          {at > 0 && ' · '}
          <bdi>{name}</bdi>
        </>
      ))}
    </p>
  );
}
