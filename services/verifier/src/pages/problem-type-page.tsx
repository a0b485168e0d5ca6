import { type Reason, statusOf, titleOf } from '@laurel/http/problem';
import type { Reader } from '@laurel/http/reader';
import { FIELDS_STYLE } from '@laurel/pages/fields/fields-style';
import { Layout } from '@laurel/pages/layout';
import { linkTo } from '@laurel/pages/link';
import { statusMeaning } from './status-meaning.ts';

type ProblemTypePageProps = {
  readonly reason: Reason;
  readonly remedy: string;
  /** A problem document of this kind, as JSON. */
  readonly example: string;
  readonly reader: Reader;
};

/** What a kind of problem means, for whoever followed the `type` of a problem document. Carries {@link FIELDS_STYLE}. */
export function ProblemTypePage({ reason, remedy, example, reader }: ProblemTypePageProps) {
  const { messages } = reader;
  const { message } = messages;
  const title = titleOf(reason, messages);
  const status = statusOf(reason);
  const meaning = statusMeaning(status);
  return (
    <Layout title={title} reader={reader} path={`/problems/${reason}`} styles={FIELDS_STYLE}>
      <p class="over" dir="ltr">
        <code>{reason}</code>
      </p>
      <h1>{title}</h1>
      <h2>{message('problem-what-it-means')}</h2>
      {meaning !== null && <p>{message(meaning)}</p>}
      <p class="quiet small">{message('problem-type-lead', status, reason)}</p>
      <h2>{message('problem-what-to-do')}</h2>
      <p class="lead">{remedy}</p>
      <h2>{message('problem-example')}</h2>
      <p>{message('problem-example-lead')}</p>
      <pre class="said" dir="ltr" lang="en">
        <code>{example}</code>
      </pre>
      <p>
        <a href={linkTo('/problems', reader)}>{message('problem-index')}</a>
      </p>
    </Layout>
  );
}
