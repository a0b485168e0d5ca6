import type { Achievement } from '@laurel/core/achievement';
import { newTerm, type RoleTerm } from '@laurel/core/role-term';
import type { awards } from './awards.ts';

type TermOfAward = Pick<
  typeof awards.$inferSelect,
  | 'periodStart'
  | 'periodEnd'
  | 'termState'
  | 'termEndedOn'
  | 'breakSince'
  | 'breakUntil'
  | 'showsBreak'
  | 'showsSteppingDown'
>;

/** The term of an award, as it is written down; null for what is no role, and for a role without days. */
export function roleTermOf(
  award: TermOfAward,
  { kind }: Pick<Achievement, 'kind'>,
): RoleTerm | null {
  if (kind !== 'role' || award.periodStart === '') return null;
  const begun = newTerm({ start: award.periodStart, end: award.periodEnd });
  if (award.termState === null) return begun;
  const { breakSince, breakUntil, showsBreak, showsSteppingDown } = award;
  return {
    ...begun,
    state: award.termState,
    endedOn: award.termEndedOn,
    breakSince,
    breakUntil,
    showsBreak,
    showsSteppingDown,
  };
}
