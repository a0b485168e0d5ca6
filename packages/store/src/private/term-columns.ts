import type { Day } from '@laurel/core/day';
import type { TermState } from '@laurel/core/role-term';
import { integer, text } from 'drizzle-orm/sqlite-core';

/**
 * How the term of a role stands, beside its award; see `RoleTerm`. Nothing for what is no role, and for what was
 * awarded before there were terms, which reads as a first one that is served as planned.
 */
export const termColumns = {
  /** Its number among those in a row, counted from 1. */
  termNumber: integer('term_number'),
  termState: text('term_state').$type<TermState>(),
  termEndedOn: text('term_ended_on').$type<Day>(),
  breakSince: text('break_since').$type<Day>(),
  breakUntil: text('break_until').$type<Day>(),
  showsBreak: integer('shows_break', { mode: 'boolean' }).notNull().default(false),
  showsSteppingDown: integer('shows_stepping_down', { mode: 'boolean' }).notNull().default(false),
  /** The exception to the policy by which it was awarded; null where it needed none. */
  termException: text('term_exception'),
} as const;
