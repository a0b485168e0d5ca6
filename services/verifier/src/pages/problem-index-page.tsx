import { REASONS, titleOf } from '@laurel/http/problem';
import type { Reader } from '@laurel/http/reader';
import { Layout } from '@laurel/pages/layout';
import { linkTo } from '@laurel/pages/link';
import { AREA_OF, PROBLEM_AREAS, type ProblemArea } from './problem-areas.ts';

type ProblemIndexPageProps = { readonly reader: Reader };

/** Every kind of problem, by what somebody was doing who met it: folded, as they are more than a hundred. */
export function ProblemIndexPage({ reader }: ProblemIndexPageProps) {
  const { messages } = reader;
  const { message } = messages;
  return (
    <Layout title={message('problem-index')} reader={reader} path="/problems">
      <h1>{message('problem-index')}</h1>
      <p class="lead">{message('problem-index-lead')}</p>
      {PROBLEM_AREAS.map((area) => (
        <Area area={area} reader={reader} />
      ))}
    </Layout>
  );
}

type AreaProps = ProblemIndexPageProps & { readonly area: ProblemArea };

function Area({ area, reader }: AreaProps) {
  const { messages } = reader;
  const reasons = REASONS.filter((reason) => AREA_OF[reason] === area);
  return (
    <details>
      <summary>
        {messages.message(`problem-area-${area}`)} ({reasons.length})
      </summary>
      <ul class="plain">
        {reasons.map((reason) => (
          <li>
            <a href={linkTo(`/problems/${reason}`, reader)}>{titleOf(reason, messages)}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
