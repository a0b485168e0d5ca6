import { type Reason, statusOf, titleOf } from '@laurel/http/problem';
import type { Reader } from '@laurel/http/reader';
import { Layout } from '@laurel/pages/layout';

type ProblemTypePageProps = {
  readonly reason: Reason;
  readonly remedy: string;
  readonly reader: Reader;
};

/** What a kind of problem means, for whoever followed the `type` of a problem document. */
export function ProblemTypePage({ reason, remedy, reader }: ProblemTypePageProps) {
  const { messages } = reader;
  const { message } = messages;
  const title = titleOf(reason, messages);
  return (
    <Layout title={title} reader={reader} path={`/problems/${reason}`}>
      <p class="over" dir="ltr">
        <code>{reason}</code>
      </p>
      <h1>{title}</h1>
      <h2>{message('problem-what-to-do')}</h2>
      <p class="lead">{remedy}</p>
      <p class="quiet small">{message('problem-type-lead', statusOf(reason), reason)}</p>
    </Layout>
  );
}
