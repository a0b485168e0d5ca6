import { textIn } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';
import { Layout } from '@laurel/pages/layout';
import { linkTo } from '@laurel/pages/link';
import { Seal } from '@laurel/pages/mark';
import { Notices } from '@laurel/pages/notices';
import { CheckSection, VerdictBanner } from '@laurel/pages/report';
import { Text } from '@laurel/pages/text';
import type { Report } from '@laurel/verification/report';
import { certificateFacts } from '../facts/certificate-facts.ts';
import type { VisibleCredential } from '../record/visible-credential.ts';
import { CredentialFacts, CredentialMeaning } from './credential-facts.tsx';
import { Downloads, IndependentCheck } from './credential-links.tsx';
import { CredentialTags } from './credential-tags.tsx';
import { IssuerLogo } from './issuer-logo.tsx';
import { NAMELESS } from './nameless.ts';
import { toldRole } from './role-told.tsx';
import { stolenMeaning } from './stolen-meaning.ts';
import { SuccessorLink } from './successor-link.tsx';
import { Tombstone } from './tombstone.tsx';
import { Vouching } from './vouching.tsx';

type CredentialPageProps = {
  readonly found: VisibleCredential;
  readonly report: Report;
  /** That its JSON file is in the log; null while it waits, and where there is none any more. */
  readonly logProof: string | null;
  readonly reader: Reader;
  readonly path: string;
};

/** A credential for its reader: the chrome in the reader's language, what was signed in its own. */
export function CredentialPage({ found, report, logProof, reader, path }: CredentialPageProps) {
  const { achievement, issuer, row } = found;
  const { messages } = reader;
  const { message } = messages;
  const name = textIn(achievement.name, [row.language], achievement.sourceLanguage);
  const shown = row.document !== null && !NAMELESS.includes(report.verdict);
  return (
    <Layout
      title={message('credential-page-title', name.text)}
      reader={reader}
      path={path}
      tags={shown && <CredentialTags found={found} />}
    >
      <VerdictBanner
        verdict={report.verdict}
        checks={report.checks}
        meaning={stolenMeaning(report, messages)}
        withReasons
        leadsToChecks={row.document !== null}
        messages={messages}
      />
      <SuccessorLink found={found} reader={reader} />
      <Notices face={issuer.face} messages={messages} />
      <article class="card">
        {shown && <Seal />}
        {shown && <IssuerLogo face={issuer.face} reader={reader} />}
        <p class="over">{message(`credential-kind-${achievement.kind}`)}</p>
        <h1>
          <Text text={name.text} language={name.language} />
        </h1>
        {shown && row.document !== null ? (
          <Shown found={found} document={row.document} report={report} reader={reader} />
        ) : (
          <Tombstone found={found} reader={reader} />
        )}
        <Vouching face={issuer.face} messages={messages} />
        <p class="quiet small">{message('credential-not-foundation')}</p>
      </article>
      {row.document !== null && (
        <>
          {shown && found.isEndorsed && (
            <p>
              <a class="step" href={linkTo(`/c/${row.id}/endorsements`, reader)}>
                {message('endorsements-title')}
              </a>
            </p>
          )}
          {shown && (
            <p>
              <a class="step" href={linkTo(`/confirm/${row.id}`, reader)}>
                {message('credential-confirm')}
              </a>
            </p>
          )}
          <CheckSection checks={report.checks} messages={messages} />
          {shown && report.verdict !== 'superseded' && <Downloads found={found} reader={reader} />}
          <IndependentCheck found={found} logProof={logProof} reader={reader} />
        </>
      )}
    </Layout>
  );
}

type ShownProps = {
  readonly found: VisibleCredential;
  readonly document: string;
  readonly report: Report;
  readonly reader: Reader;
};

function Shown({ found, document, report, reader }: ShownProps) {
  const facts = certificateFacts(found, document);
  const told = toldRole(found, report, reader.messages);
  return (
    <>
      <CredentialFacts facts={facts} told={told} issuerSlug={found.row.issuer} reader={reader} />
      <CredentialMeaning facts={facts} achievement={found.achievement} messages={reader.messages} />
    </>
  );
}
