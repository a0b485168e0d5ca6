import type { Failure, Issue } from '@laurel/core/failure';
import { ORIENTATIONS, PAPER_SIZES } from '@laurel/core/paper';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { PartAsked } from './take-part.ts';

/** The part and the paper that an address asks for; the first one, and A4 in landscape, where it does not say. */
export function partAsked(request: Request): Result<PartAsked, Failure> {
  const { searchParams } = new URL(request.url);
  const issues: Issue[] = [];
  const chosen = <Choice extends string>(name: string, choices: readonly [Choice, ...Choice[]]) => {
    const asked = searchParams.get(name) ?? choices[0];
    const found = choices.find((choice) => choice === asked);
    if (found === undefined) {
      issues.push({ pointer: `/${name}`, detail: `One of ${choices.join(', ')}.` });
    }
    return found ?? choices[0];
  };
  const paper = {
    size: chosen('paper', PAPER_SIZES),
    orientation: chosen('orientation', ORIENTATIONS),
  };
  const part = searchParams.get('part') ?? '1';
  if (!/^[1-9]\d{0,3}$/.test(part)) issues.push({ pointer: '/part', detail: 'A number from 1.' });
  return issues.length === 0
    ? ok({ part: Number(part), paper })
    : refuse({ reason: 'request_invalid', issues });
}
