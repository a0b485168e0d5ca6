import type { RoleTerm } from '@laurel/core/role-term';
import { publicTerm } from '@laurel/core/term-shown';
import { awards } from '@laurel/store/private/desk';
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';

type Award = typeof awards.$inferSelect;

/** The columns of an award that a term is written into. */
export function termValues(term: RoleTerm) {
  return {
    termState: term.state,
    termEndedOn: term.endedOn,
    breakSince: term.breakSince,
    breakUntil: term.breakUntil,
    showsBreak: term.showsBreak,
    showsSteppingDown: term.showsSteppingDown,
  };
}

/** The condition that an award stands, and its term as it was read: of two steps at once, one is taken on what the other left. */
export function isTermAsRead(award: Award): SQL | undefined {
  return and(
    eq(awards.id, award.id),
    eq(awards.accountId, award.accountId),
    eq(awards.state, 'accepted'),
    isNull(awards.supersededBy),
    sql`${awards.termState} is ${award.termState}`,
    sql`${awards.termEndedOn} is ${award.termEndedOn}`,
    sql`${awards.breakSince} is ${award.breakSince}`,
    sql`${awards.breakUntil} is ${award.breakUntil}`,
    eq(awards.showsBreak, award.showsBreak),
    eq(awards.showsSteppingDown, award.showsSteppingDown),
  );
}

/** True where strangers are to be told something else than before; a change that nobody is told of stays in PRIVATE. */
export function isToldAnew(before: RoleTerm, after: RoleTerm): boolean {
  return JSON.stringify(publicTerm(before)) !== JSON.stringify(publicTerm(after));
}
