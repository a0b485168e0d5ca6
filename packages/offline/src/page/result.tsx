import { isEndorsement } from '@laurel/core/endorsement';
import { isLearnerRecord } from '@laurel/core/learner-record';
import type { Messages } from '@laurel/i18n/messages';
import { EndorsementText } from '@laurel/pages/endorsement-text';
import { Notices } from '@laurel/pages/notices';
import { RecordContents } from '@laurel/pages/record-contents';
import { CheckList, VerdictBanner } from '@laurel/pages/report';
import { nameOf } from '@laurel/verification/held';
import type { BroughtRefusal } from '../brought.ts';
import { agesOf, isNamed, meaningOf } from '../said.ts';
import type { OfflineReport } from '../verify-offline.ts';
import { Facts } from './facts.tsx';

type Reported = { readonly report: OfflineReport; readonly inPdf: boolean };

/** What is said of files that belong together, or why nothing is; with their names. */
export type Answer = { readonly names: readonly string[] } & (
  | Reported
  | { readonly why: BroughtRefusal }
);

type Common = { readonly nowSeconds: number; readonly messages: Messages };

type AnswersProps = Common & { readonly answers: readonly Answer[] };

/** The answer to a verification: of several credentials one after the other, each with what it says and for whom. */
export function AnswersView({ answers, ...common }: AnswersProps) {
  const { message } = common.messages;
  const [first] = answers;
  const isRefused = answers.length === 1 && first !== undefined && 'why' in first;
  return (
    <>
      <h2 id="answer" tabindex={-1}>
        {message(isRefused ? 'offline-refused' : 'verify-result-title')}
      </h2>
      {answers.map((answer) => (
        <>
          <Files names={answer.names} messages={common.messages} />
          {'why' in answer ? (
            <p class="note">{message(`offline-refused-${answer.why}`)}</p>
          ) : (
            <ReportView {...answer} {...common} folded={answers.length > 1} />
          )}
        </>
      ))}
    </>
  );
}

/** `folded`: true where another credential follows, whose verdict must not be far away. */
type ReportProps = Reported & Common & { readonly folded: boolean };

function ReportView({ report, inPdf, nowSeconds, folded, messages }: ReportProps) {
  const { message } = messages;
  return (
    <>
      <VerdictBanner
        verdict={report.verdict}
        checks={report.checks}
        meaning={meaningOf(report, messages)}
        withReasons
        messages={messages}
      />
      {report.issuer !== null && <Notices face={report.issuer} messages={messages} />}
      {!folded && <Knowledge report={report} nowSeconds={nowSeconds} messages={messages} />}
      {isNamed(report) && <Signed report={report} inPdf={inPdf} messages={messages} />}
      {folded ? (
        <details>
          <summary>{message('checks-title')}</summary>
          <CheckList checks={report.checks} messages={messages} />
          <Knowledge report={report} nowSeconds={nowSeconds} messages={messages} />
        </details>
      ) : (
        <>
          <h2>{message('checks-title')}</h2>
          <CheckList checks={report.checks} messages={messages} />
        </>
      )}
    </>
  );
}

function Signed(props: Parameters<typeof Facts>[0]) {
  const { report, messages } = props;
  const { credential, checks } = report;
  if (credential !== null && isEndorsement(credential)) {
    return (
      <section>
        <p>{messages.message('endorsement-means')}</p>
        <EndorsementText credential={credential} messages={messages} />
      </section>
    );
  }
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

function Knowledge({ report, nowSeconds, messages }: Common & Pick<Reported, 'report'>) {
  const { message } = messages;
  return (
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
  );
}

type FilesProps = Pick<Answer, 'names'> & Pick<Common, 'messages'>;

function Files({ names, messages }: FilesProps) {
  if (names.length === 0) return null;
  return (
    <p class="quiet small">
      {messages.message('offline-files')}{' '}
      {names.map((name, at) => (
        <>
          {at > 0 && ' · '}
          <bdi>{name}</bdi>
        </>
      ))}
    </p>
  );
}
