import type { IssuerFace } from '@laurel/core/issuer';
import { verdictOf } from '@laurel/core/verdict';
import type { Reader } from '@laurel/http/reader';
import { FIELDS_STYLE } from '@laurel/pages/fields/fields-style';
import { SignedDocument } from '@laurel/pages/fields/signed-document';
import { isKnown } from '@laurel/pages/headline';
import { Layout } from '@laurel/pages/layout';
import { linkTo } from '@laurel/pages/link';
import { Notices } from '@laurel/pages/notices';
import { CheckSection, VerdictBanner } from '@laurel/pages/report';
import type { PresentedReport } from '../presented/report.ts';
import { isNamed } from './named.ts';
import { OfflineVerifier } from './offline-verifier.tsx';
import { PresentedFacts } from './presented-facts.tsx';
import { PrintedFacts } from './printed-facts.tsx';
import { SeveralFacts } from './several-facts.tsx';
import { stolenMeaning } from './stolen-meaning.ts';
import { VerifyForm } from './verify-form.tsx';

const PATH = '/verify';

type VerifyPageProps = {
  readonly reader: Reader;
  /** True where the form was sent with nothing in it. */
  readonly sentEmpty?: boolean;
};

/** The form of `/verify`, before anything was given. */
export function VerifyPage({ reader, sentEmpty = false }: VerifyPageProps) {
  const { message } = reader.messages;
  return (
    <Layout title={message('verify-title')} reader={reader} path={PATH}>
      <h1>{message('verify-title')}</h1>
      <p class="lead">{message('verify-lead')}</p>
      {sentEmpty && (
        <p class="note" role="alert">
          {message('verify-nothing-given')}
        </p>
      )}
      <VerifyForm reader={reader} />
      <OfflineVerifier reader={reader} />
    </Layout>
  );
}

type ReportPageProps = {
  readonly report: PresentedReport;
  /** The issuer, where it is one of ours. */
  readonly issuer: IssuerFace | null;
  /** The path of the credential's own page here; null where it has none. */
  readonly pagePath: string | null;
  readonly reader: Reader;
};

/** The answer to a verification, with the form for the next one below. Carries {@link FIELDS_STYLE}. */
export function ReportPage({ report, issuer, pagePath, reader }: ReportPageProps) {
  const { messages } = reader;
  const { message } = messages;
  const { verdict, checks, credential, printed } = report;
  const named = isNamed(report);
  return (
    <Layout
      title={message('verify-result-title')}
      reader={reader}
      path={PATH}
      styles={FIELDS_STYLE}
    >
      <h1>{message('verify-result-title')}</h1>
      <VerdictBanner
        verdict={verdict}
        checks={checks}
        meaning={paperMeaning(report, message) ?? stolenMeaning(report, messages)}
        withReasons
        leadsToChecks
        messages={messages}
      />
      {issuer?.demonstration === true && issuer.kind === 'community' && (
        <Notices face={{ demonstration: true, kind: 'community' }} messages={messages} />
      )}
      {report.credentials !== null ? (
        <SeveralFacts report={report} messages={messages} />
      ) : printed === null ? (
        <PresentedFacts report={report} named={named} issuer={issuer} reader={reader} />
      ) : (
        <PrintedFacts report={report} named={named} messages={messages} />
      )}
      <CheckSection checks={checks} messages={messages} />
      {named && credential !== null && (
        <SignedDocument credential={credential} open={!isKnown(checks)} reader={reader} />
      )}
      {pagePath !== null && (
        <p>
          <a href={linkTo(pagePath, reader)}>{message('verify-open-page')}</a>
        </p>
      )}
      <h2>{message('verify-again')}</h2>
      <VerifyForm reader={reader} />
    </Layout>
  );
}

/** What the verdict means where it is of the paper alone; undefined where it is of the credential. */
function paperMeaning(
  { verdict, checks }: PresentedReport,
  message: Reader['messages']['message'],
): string | undefined {
  const ofCredential = verdictOf(checks.filter(({ check }) => check !== 'print'));
  if (ofCredential !== 'valid') return undefined;
  if (verdict === 'unknown') return message('verdict-unknown-paper');
  return verdict === 'invalid' ? message('verdict-invalid-paper') : undefined;
}
