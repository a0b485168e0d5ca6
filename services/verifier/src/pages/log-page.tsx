import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { logName, logPath } from '@laurel/log/checkpoint';
import { Layout } from '@laurel/pages/layout';
import { linkTo } from '@laurel/pages/link';
import type { SignedCheckpoint } from '../log/checkpoint.ts';
import { Day } from './day.tsx';

type LogPageProps = {
  /** Null before anything was signed. */
  readonly checkpoint: SignedCheckpoint | null;
  /** Which of the logs it is, from 1, and how many there are. */
  readonly number: number;
  readonly count: number;
  readonly reader: Reader;
  readonly origin: string;
};

/** What the log is, how large it is, and how anybody can watch over it. */
export function LogPage({ checkpoint, number, count, reader, origin }: LogPageProps) {
  const { messages } = reader;
  const { message } = messages;
  const others = Array.from({ length: count }, (_, at) => at + 1).filter((one) => one !== number);
  return (
    <Layout title={message('log-title')} reader={reader} path={logPath(number)}>
      <h1>{message('log-title')}</h1>
      <p class="lead">{message('log-lead')}</p>
      <section class="card">
        <h2>{message('log-now')}</h2>
        {checkpoint === null ? (
          <p>{message('log-empty')}</p>
        ) : (
          <dl>
            <dt>{message('log-size')}</dt>
            <dd>
              <bdi>{checkpoint.size}</bdi>
            </dd>
            <dt>{message('log-newest')}</dt>
            <dd>
              <Day day={dayOf(checkpoint.madeAtSeconds)} messages={messages} />
            </dd>
            <dt>{message('log-checkpoint')}</dt>
            <dd>
              <pre class="record" dir="ltr">
                {checkpoint.note}
              </pre>
            </dd>
          </dl>
        )}
      </section>
      <h2>{message('log-why-title')}</h2>
      <p>{message('log-why')}</p>
      <h2>{message('log-private-title')}</h2>
      <p>{message('log-private')}</p>
      <h2>{message('log-watch-title')}</h2>
      <p>{message('log-watch')}</p>
      <pre class="record" dir="ltr">
        npm run monitor -- {origin} {number === 1 ? '' : `--log ${number} `}--state log.json
      </pre>
      <ul class="plain">
        <li>
          <a href={`${logPath(number)}/checkpoint`}>{message('log-link-checkpoint')}</a>
        </li>
        <li>
          <a href="/.well-known/keys.json">{message('log-link-key')}</a>
        </li>
        <li>
          <a href="https://c2sp.org/tlog-tiles" rel="noreferrer">
            {message('log-link-format')}
          </a>
        </li>
      </ul>
      {others.length > 0 && (
        <>
          <h2>{message('log-others')}</h2>
          <ul class="plain">
            {others.map((one) => (
              <li>
                <a href={linkTo(logPath(one), reader)} dir="ltr">
                  {logName(origin, one)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a class="step" href={linkTo('/verify', reader)}>
          {message('verify-title')}
        </a>
      </p>
    </Layout>
  );
}
