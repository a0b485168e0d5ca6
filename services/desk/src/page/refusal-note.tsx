import type { Failure } from '@laurel/core/failure';
import { describe } from '@laurel/http/problem';
import type { Reader } from '@laurel/http/reader';
import { ProblemText } from '@laurel/pages/problem-page';

type RefusalNoteProps = {
  /** Null where nothing was refused. */
  readonly failure: Failure | null;
  readonly reader: Reader;
};

/** Before a form that was refused as a whole: what is wrong and what to do. */
export function RefusalNote({ failure, reader }: RefusalNoteProps) {
  if (failure === null) return null;
  const problem = describe(failure, reader.messages);
  return (
    <section class="mistakes" role="alert" aria-labelledby="mistakes">
      <h2 id="mistakes">{problem.title}</h2>
      <ProblemText problem={problem} messages={reader.messages} />
    </section>
  );
}
