import type { Failure } from '@laurel/core/failure';
import { prefersHtml } from '@laurel/http/media-type';
import { describe, type Problem, problem, problemHeaders } from '@laurel/http/problem';
import { type Reader, readerOf } from '@laurel/http/reader';
import type { Messages } from '@laurel/i18n/messages';
import type { Child } from 'hono/jsx';
import { htmlResponse } from './document.tsx';
import { Layout } from './layout.tsx';
import { linkTo } from './link.tsx';

type ProblemPageProps = {
  readonly problem: Problem;
  readonly reader: Reader;
  readonly path: string;
  /** What may be done next on this page, such as the form again. */
  readonly children?: Child;
};

/** A refusal for people: what is wrong, where, and what to do. */
export function ProblemPage({ problem, reader, path, children }: ProblemPageProps) {
  const { message } = reader.messages;
  return (
    <Layout title={problem.title} reader={reader} path={path}>
      <p class="over">{message('problem-page-code', problem.status)}</p>
      <h1>{problem.title}</h1>
      <ProblemText problem={problem} messages={reader.messages} />
      {children ?? (
        <p>
          <a href={linkTo('/', reader)}>{message('problem-home')}</a>
        </p>
      )}
    </Layout>
  );
}

type ProblemTextProps = { readonly problem: Problem; readonly messages: Messages };

/** What is wrong here and what to do, without the title. Details that failures bring are English. */
export function ProblemText({ problem, messages: { message } }: ProblemTextProps) {
  const { title, detail, remedy, issues } = problem;
  return (
    <>
      {issues.length === 0 && detail !== title && (
        <p lang="en" dir="ltr">
          {detail}
        </p>
      )}
      {issues.length > 0 && (
        <>
          <h2>{message('problem-issues')}</h2>
          <ul lang="en" dir="ltr">
            {issues.map((issue) => (
              <li>
                {issue.pointer !== '' && <code>{issue.pointer}</code>} {issue.detail}
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="lead">{remedy}</p>
    </>
  );
}

/** A refusal as the client reads best: a page for browsers, `application/problem+json` for programs. */
export async function respondWithFailure(
  request: Request,
  failure: Failure,
  origin: string,
): Promise<Response> {
  const reader = readerOf(request);
  const { messages } = reader;
  const { pathname } = new URL(request.url);
  if (!prefersHtml(request.headers.get('accept'))) {
    const response = problem(failure, { origin, instance: pathname, messages });
    response.headers.append('vary', 'Accept, Accept-Language');
    return response;
  }
  const described = describe(failure, messages);
  return htmlResponse(<ProblemPage problem={described} reader={reader} path={pathname} />, reader, {
    status: described.status,
    headers: problemHeaders(failure, messages),
  });
}
