import type { Issue } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';

/** One of a few in the query of an address; the first of them where it is not there. */
export function choiceInQuery<Choice extends string>(
  request: Request,
  name: string,
  choices: readonly [Choice, ...Choice[]],
): Result<Choice, Issue> {
  const asked = new URL(request.url).searchParams.get(name) ?? choices[0];
  const found = choices.find((choice) => choice === asked);
  return found === undefined
    ? refuse({ pointer: `/${name}`, detail: `One of ${choices.join(', ')}.` })
    : ok(found);
}
