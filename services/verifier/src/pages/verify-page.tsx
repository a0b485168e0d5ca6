import { signedFacts } from '@laurel/core/signed-facts';
import { verdictOf } from '@laurel/core/verdict';
import type { Reader } from '@laurel/http/reader';
import { Layout } from '@laurel/pages/layout';
import { linkTo } from '@laurel/pages/link';
import { CheckList, VerdictBanner } from '@laurel/pages/report';
import type { PresentedReport } from '../presented/report.ts';
import { Day } from './day.tsx';
import { Holder } from './holder.tsx';
import { NAMELESS } from './nameless.ts';
import { OfflineVerifier } from './offline-verifier.tsx';
import { PrintedFacts } from './printed-facts.tsx';
import { Signatories } from './signatories.tsx';
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
  /** The path of the credential's own page here; null where it has none. */
  readonly pagePath: string | null;
  readonly reader: Reader;
};

/** The answer to a verification, with the form for the next one below. */
export function ReportPage({ report, pagePath, reader }: ReportPageProps) {
  const { messages } = reader;
  const { message } = messages;
  return (
    <Layout title={message('verify-result-title')} reader={reader} path={PATH}>
      <h1>{message('verify-result-title')}</h1>
      <VerdictBanner
        verdict={report.verdict}
        meaning={paperMeaning(report, message) ?? stolenMeaning(report, messages)}
        messages={messages}
      />
      {report.printed !== null && (
        <PrintedFacts report={report} named={isNamed(report)} messages={messages} />
      )}
      {report.credential !== null && report.printed === null && (
        <Presented report={report} reader={reader} />
      )}
      <h2>{message('checks-title')}</h2>
      <CheckList checks={report.checks} messages={messages} />
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

/** Who holds it is shown only where its signature was good and it still stands, whatever is printed around it. */
function isNamed({ checks }: PresentedReport): boolean {
  const signed = checks.some(({ check, result }) => check === 'proof' && result === 'pass');
  return signed && !NAMELESS.includes(verdictOf(checks.filter(({ check }) => check !== 'print')));
}

/** What the document says: a picture around it, or a paper with its address, may say anything else. */
function Presented({ report, reader: { messages } }: Pick<ReportPageProps, 'report' | 'reader'>) {
  const { message } = messages;
  const { credential } = report;
  if (credential === null) return null;
  const facts = signedFacts(credential);
  return (
    <section class="card">
      <h2>{message('verify-what')}</h2>
      {isNamed(report) && <p>{message('printed-lead')}</p>}
      <p class="who">
        <bdi>{facts.achievementName || message('value-unknown')}</bdi>
      </p>
      <dl>
        <dt>{message('credential-issuer')}</dt>
        <dd>
          <bdi>{facts.issuerName || message('value-unknown')}</bdi>
        </dd>
        {isNamed(report) && (
          <>
            <Signatories signatories={facts.signatories} messages={messages} />
            <dt>{message('credential-holder')}</dt>
            <dd>
              <Holder holder={facts.holder} messages={messages} />
            </dd>
            <dt>{message('credential-issued')}</dt>
            <dd>
              <Day day={facts.issuedOn} messages={messages} />
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
