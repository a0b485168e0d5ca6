import type { Failure, Issue } from '@laurel/core/failure';
import { ORIENTATIONS, PAPER_SIZES } from '@laurel/core/paper';
import { ok, type Result, refuse } from '@laurel/core/result';
import { choiceInQuery } from '../api/choice-in-query.ts';
import type { PartAsked } from './take-part.ts';

/** The part and the paper that an address asks for; the first one, and A4 in landscape, where it does not say. */
export function partAsked(request: Request): Result<PartAsked, Failure> {
  const part = partIn(request);
  const size = choiceInQuery(request, 'paper', PAPER_SIZES);
  const orientation = choiceInQuery(request, 'orientation', ORIENTATIONS);
  if (part.ok && size.ok && orientation.ok) {
    const paper = { size: size.value, orientation: orientation.value };
    return ok({ part: part.value, paper, onlyHeaders: request.method === 'HEAD' });
  }
  const issues = [part, size, orientation].flatMap((one) => (one.ok ? [] : [one.failure]));
  return refuse({ reason: 'request_invalid', issues });
}

function partIn(request: Request): Result<number, Issue> {
  const part = new URL(request.url).searchParams.get('part') ?? '1';
  return /^[1-9]\d{0,3}$/.test(part)
    ? ok(Number(part))
    : refuse({ pointer: '/part', detail: 'A number from 1.' });
}
