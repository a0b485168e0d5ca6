import { type Day, dayOf } from '@laurel/core/day';
import { type RoleTerm, termOn } from '@laurel/core/role-term';
import { reminderDue } from '@laurel/core/term-reminder';
import type { awards } from '@laurel/store/private/desk';
import type { TermException } from './exceptions.ts';
import type { RunningTerm } from './list-terms.ts';

/** A term as a program of its issuer is told of it. What its holder shows to partners is theirs alone. */
export function termAsTold(
  award: Pick<typeof awards.$inferSelect, 'termNumber' | 'termException'>,
  term: RoleTerm | null,
  today: Day,
) {
  if (term === null) return null;
  const { state, endedOn, breakUntil } = termOn(term, today);
  return {
    number: award.termNumber ?? 1,
    state,
    endedOn,
    breakUntil,
    exception: award.termException,
  };
}

/** One of the running terms of an issuer. */
export function runningTermAsTold(one: RunningTerm, today: Day) {
  const { awardId, achievementSlug, username, number, term, excepted } = one;
  const { period, state, breakUntil } = term;
  return {
    award: awardId,
    achievement: achievementSlug,
    username,
    number,
    period,
    state,
    breakUntil,
    reminder: reminderDue(period, today),
    excepted,
  };
}

/** An exception to a policy. */
export function exceptionAsTold(exception: TermException) {
  const { id, achievementSlug, username, why, until, recordedBy, recordedAtSeconds } = exception;
  return {
    exception: id,
    achievement: achievementSlug,
    username,
    why,
    until,
    recordedBy,
    recordedOn: dayOf(recordedAtSeconds),
  };
}
