import type { Failure } from '@laurel/core/failure';
import { prefersHtml } from '@laurel/http/media-type';
import { describe, problemHeaders } from '@laurel/http/problem';
import { type Reader, readerOf } from '@laurel/http/reader';
import { htmlResponse } from '@laurel/pages/document';
import { linkTo } from '@laurel/pages/link';
import { ProblemPage, respondWithFailure } from '@laurel/pages/problem-page';
import type { Child } from 'hono/jsx';
import { LoginLink } from './login-link.tsx';

export type RefusalOptions = {
  readonly origin: string;
  /** A page of ours that can be opened: the way back, also in other languages. */
  readonly path: string;
  /** Where the address of the request does not tell the language. */
  readonly reader?: Reader;
  /** What may be done next, instead of going back. */
  readonly next?: (reader: Reader) => Child;
};

/** A refusal at the desk: a problem document for programs, for people a page with a way on. */
export async function answerRefusal(
  request: Request,
  failure: Failure,
  { origin, path, reader = readerOf(request), next = wayOn(failure, path) }: RefusalOptions,
): Promise<Response> {
  if (!prefersHtml(request.headers.get('accept'))) {
    return respondWithFailure(request, failure, origin);
  }
  const problem = describe(failure, reader.messages);
  return htmlResponse(
    <ProblemPage problem={problem} reader={reader} path={path}>
      {next(reader)}
    </ProblemPage>,
    reader,
    { status: problem.status, headers: problemHeaders(failure, reader.messages) },
  );
}

function wayOn({ reason }: Failure, path: string): (reader: Reader) => Child {
  return (reader) =>
    reason === 'login_required' ? (
      <LoginLink reader={reader} returnPath={path} />
    ) : (
      <p>
        <a class="button" href={linkTo(path, reader)}>
          {reader.messages.message('desk-go-back')}
        </a>
      </p>
    );
}
