import type { Part, PartState } from '@laurel/core/health';
import type { Reader } from '@laurel/http/reader';
import { Layout } from '@laurel/pages/layout';

type HealthPageProps = {
  readonly parts: readonly (PartState & { readonly part: Part })[];
  readonly reader: Reader;
};

/** What of this service works, and since when, for whoever wonders whether it is them or us. */
export function HealthPage({ parts, reader }: HealthPageProps) {
  const { message } = reader.messages;
  const allWell = parts.every(({ ok }) => ok === true);
  return (
    <Layout title={message('health-title')} reader={reader} path="/health">
      <h1>{message(allWell ? 'health-all-well' : 'health-not-all-well')}</h1>
      <p class="lead">{message(allWell ? 'health-lead-well' : 'health-lead-not-well')}</p>
      <dl>
        {parts.map((one) => (
          <>
            <dt>{message(`health-part-${one.part}`)}</dt>
            <dd>
              <State state={one} reader={reader} />
            </dd>
          </>
        ))}
      </dl>
      <p>{message('health-copies')}</p>
    </Layout>
  );
}

type StateProps = { readonly state: PartState; readonly reader: Reader };

function State({ state: { ok, sinceSeconds }, reader: { messages } }: StateProps) {
  const { message } = messages;
  const word = ok === null ? 'health-untold' : ok ? 'health-works' : 'health-fails';
  return (
    <>
      {message(word)}
      {sinceSeconds !== null && (
        <>
          {' '}
          {message(ok === null ? 'health-last-seen' : 'health-since')}{' '}
          <Moment seconds={sinceSeconds} />
        </>
      )}
    </>
  );
}

/** In the one form that is read alike everywhere, to the minute (ISO 8601). */
function Moment({ seconds }: { readonly seconds: number }) {
  const written = new Date(seconds * 1000).toISOString();
  return (
    <time datetime={written}>
      <bdi dir="ltr">{written.slice(0, 16).replace('T', ' ')} UTC</bdi>
    </time>
  );
}
