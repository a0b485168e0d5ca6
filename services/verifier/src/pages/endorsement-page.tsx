import { behaviourWorded } from '@laurel/catalogue/behaviours';
import { isEndorsement, signedEndorsement } from '@laurel/core/endorsement';
import type { JsonObject } from '@laurel/core/json';
import type { LocalisedText } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';
import { EndorsementText } from '@laurel/pages/endorsement-text';
import { Layout } from '@laurel/pages/layout';
import { linkTo } from '@laurel/pages/link';
import { Seal } from '@laurel/pages/mark';
import { CheckList, VerdictBanner } from '@laurel/pages/report';
import { textFor } from '@laurel/pages/text';
import type { Report } from '@laurel/verification/report';
import type { VisibleRecord } from '../record/visible-credential.ts';
import { Day } from './day.tsx';
import { NAMELESS } from './nameless.ts';
import { RecordDownloads, RecordIndependentCheck } from './record-links.tsx';

type EndorsementPageProps = {
  readonly found: VisibleRecord;
  readonly report: Report;
  /** That its JSON file is in the log; null while it waits, and where there is none any more. */
  readonly logProof: string | null;
  readonly reader: Reader;
  readonly path: string;
};

/** The behaviour that an endorsement names, for its reader; null where the catalogue does not know it. */
export function behaviourFor(credential: JsonObject, reader: Reader): LocalisedText | null {
  const known = behaviourWorded(signedEndorsement(credential).behaviour);
  return known === null ? null : textFor(known.text, reader, 'en');
}

/** One endorsement for its reader, who may have come by its own address. */
export function EndorsementPage(props: EndorsementPageProps) {
  const { found, report, logProof, reader, path } = props;
  const { row } = found;
  const { messages } = reader;
  const { message } = messages;
  const { verdict, checks, credential } = report;
  const isHere = credential !== null && isEndorsement(credential);
  const shown = isHere && !NAMELESS.includes(verdict) ? credential : null;
  const behaviour = shown === null ? null : behaviourFor(shown, reader);
  const title = behaviour?.text ?? message('endorsement-untitled');
  return (
    <Layout
      title={shown === null ? title : message('endorsement-title', title)}
      reader={reader}
      path={path}
    >
      <VerdictBanner verdict={verdict} checks={checks} withReasons messages={messages} />
      <article class="card">
        {shown !== null && <Seal />}
        <h1>{message(shown === null ? 'endorsement-untitled' : 'endorsement-kind')}</h1>
        {shown === null ? (
          <p>{message('endorsement-withdrawn')}</p>
        ) : (
          <>
            <EndorsementText credential={shown} behaviour={behaviour} messages={messages} />
            <p>
              {message('endorsement-about')}{' '}
              <a href={linkTo(`/c/${row.endorses}`, reader)}>
                {message('endorsement-certificate')}
              </a>
              {' · '}
              <Day day={row.validFrom.slice(0, 10)} messages={messages} />
            </p>
            <p class="quiet small">{message('endorsement-means')}</p>
          </>
        )}
      </article>
      {isHere && (
        <>
          <h2>{message('checks-title')}</h2>
          <CheckList checks={checks} messages={messages} />
          {shown !== null && <RecordDownloads found={found} reader={reader} />}
          <RecordIndependentCheck found={found} logProof={logProof} reader={reader} />
        </>
      )}
    </Layout>
  );
}
