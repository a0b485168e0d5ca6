import { isEndorsement } from '@laurel/core/endorsement';
import type { IssuerFace } from '@laurel/core/issuer';
import { isLearnerRecord } from '@laurel/core/learner-record';
import { signedFacts } from '@laurel/core/signed-facts';
import type { Reader } from '@laurel/http/reader';
import { EndorsementText } from '@laurel/pages/endorsement-text';
import { GistOf } from '@laurel/pages/fields/gist';
import { isKnown } from '@laurel/pages/headline';
import { RecordContents } from '@laurel/pages/record-contents';
import type { PresentedReport } from '../presented/report.ts';
import { CredentialFacts } from './credential-facts.tsx';
import { Vouching } from './vouching.tsx';

type PresentedFactsProps = {
  readonly report: PresentedReport;
  /** True where it was signed and still stands: else nobody is named, and nothing is called signed. */
  readonly named: boolean;
  /** Null where the issuer is none of ours. */
  readonly issuer: IssuerFace | null;
  readonly reader: Reader;
};

/**
 * What the document says, large, to be compared with a copy: a picture around it, or a paper with its
 * address, may say anything else. What we issue ourselves is told in the words of its page.
 */
export function PresentedFacts({ report, named, issuer, reader }: PresentedFactsProps) {
  const { messages } = reader;
  const { message } = messages;
  const { credential, checks } = report;
  if (credential === null) return null;
  const isRecord = isLearnerRecord(credential);
  const isWord = named && isKnown(checks) && isEndorsement(credential);
  const ours = named && isKnown(checks) && !isRecord && !isWord;
  const facts = signedFacts(credential);
  return (
    <section class="card">
      <h2>{message(named ? 'printed-title' : 'verify-what')}</h2>
      {named && <p>{message('printed-lead')}</p>}
      {isWord ? (
        <>
          <p>{message('endorsement-means')}</p>
          <EndorsementText credential={credential} messages={messages} />
        </>
      ) : ours ? (
        <>
          <p class="who">
            <bdi lang={facts.language}>{facts.achievementName}</bdi>
          </p>
          <CredentialFacts facts={facts} issuerSlug={issuer?.slug ?? null} reader={reader} />
          {issuer !== null && <Vouching face={issuer} messages={messages} />}
        </>
      ) : (
        <GistOf credential={credential} named={named && !isRecord} reader={reader} />
      )}
      {isRecord && named && (
        <>
          <p>{message('record-page-means')}</p>
          <RecordContents record={credential} checks={checks} messages={messages} />
        </>
      )}
    </section>
  );
}
