import type { TermPolicy } from './achievement.ts';
import type { Period } from './award.ts';
import { addMonths, type Day, dayOf, secondsAt } from './day.ts';
import { ok, type Result, refuse } from './result.ts';

/** Why somebody is not given a term of a role. Days are `YYYY-MM-DD`. */
export type TermLimit =
  | { readonly reason: 'term_overlaps'; readonly start: Day; readonly end: Day }
  | { readonly reason: 'term_too_long'; readonly mostMonths: number }
  /** `from` is the first day on which another term can begin. */
  | { readonly reason: 'terms_in_a_row'; readonly most: number; readonly from: Day };

/**
 * The number of a term among those in a row, counted from 1, or why the policy has no room for it. `held` are the other terms
 * of the same person in the same role, each with the day on which it ended or is to end; one of the very same
 * days is taken for the same term. With `excepted` neither length nor number is judged.
 */
export function judgeTerm(
  held: readonly Period[],
  wanted: Period,
  policy: TermPolicy | null,
  excepted = false,
): Result<number, TermLimit> {
  const others = held.filter(({ start, end }) => start !== wanted.start || end !== wanted.end);
  const overlap = others.find(({ start, end }) => start <= wanted.end && wanted.start <= end);
  if (overlap !== undefined) {
    return refuse({ reason: 'term_overlaps', start: overlap.start, end: overlap.end });
  }
  const pauseMonths = policy === null ? 0 : pauseOf(policy);
  const { before, after } = rowAround(asOne(others), wanted, pauseMonths);
  const number = before.length + 1;
  if (policy === null || excepted) return ok(number);
  const mostMonths = policy.maxLengthMonths;
  if (wanted.end > addMonths(wanted.start, mostMonths)) {
    return refuse({ reason: 'term_too_long', mostMonths });
  }
  const most = policy.renewable ? policy.consecutiveTermsLimit : 1;
  if (most === null || number + after.length <= most) return ok(number);
  const last = after.at(-1) ?? before.at(-1) ?? wanted;
  return refuse({ reason: 'terms_in_a_row', most, from: freeFrom(last, pauseMonths) });
}

/** How long somebody is out of a role until a term is a first one again: where nothing is said, a usual term. */
export function pauseOf({ pauseMonths, lengthMonths }: TermPolicy): number {
  return pauseMonths ?? lengthMonths;
}

/** In order, those with days in common as one: a term and what is offered to put it right are no two terms. */
function asOne(terms: readonly Period[]): readonly Period[] {
  const inOrder = [...terms].sort((one, other) => (one.start < other.start ? -1 : 1));
  const row: Period[] = [];
  for (const term of inOrder) {
    const last = row.at(-1);
    if (last === undefined || last.end < term.start) row.push(term);
    else
      row[row.length - 1] = { start: last.start, end: last.end < term.end ? term.end : last.end };
  }
  return row;
}

/** The terms before and after this one without a pause between, each in order. */
function rowAround(inOrder: readonly Period[], wanted: Period, pauseMonths: number) {
  const before: Period[] = [];
  const after: Period[] = [];
  let first = wanted;
  for (const term of inOrder.filter(({ end }) => end < wanted.start).reverse()) {
    if (first.start >= freeFrom(term, pauseMonths)) break;
    before.unshift(term);
    first = term;
  }
  let last = wanted;
  for (const term of inOrder.filter(({ start }) => start > wanted.end)) {
    if (term.start >= freeFrom(last, pauseMonths)) break;
    after.push(term);
    last = term;
  }
  return { before, after };
}

const SECONDS_PER_DAY = 86_400;

function freeFrom({ end }: Period, pauseMonths: number): Day {
  return addMonths(dayOf(secondsAt(end) + SECONDS_PER_DAY), pauseMonths);
}
