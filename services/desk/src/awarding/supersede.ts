import { awards, handOverItems, handOvers, termReminders } from '@laurel/store/private/desk';
import { and, eq, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { promptWork } from './prompt-work.ts';

/** An award that puts another one right. */
type Correcting = { readonly id: string; readonly corrects: string };

/**
 * That an award takes the place of the one that it corrects, as statements for the transaction that
 * accepts it. Nothing happens before it is accepted, nor to an award that no longer stands. `taskId`
 * is the work that is left, if any: to have the old credentials say so.
 */
export function superseding(desk: Desk, { id, corrects }: Correcting) {
  const task = promptWork(desk, { task: 'standing', awardId: corrects });
  return {
    statements: [
      desk.store
        .update(awards)
        .set({ supersededBy: id })
        .where(
          and(
            eq(awards.id, corrects),
            eq(awards.state, 'accepted'),
            or(isNull(awards.supersededBy), ne(awards.supersededBy, id)),
            sql`exists (select 1 from awards fresh where fresh.id = ${id} and fresh.state = 'accepted')`,
          ),
        ),
      task.statement,
      carryingTermOver(desk, { id, corrects }),
      ...carryingHandOver(desk, { id, corrects }),
    ] as const,
    taskId: task.id,
  };
}

/** How the holder left the term of a role stands for the days that were put right, as far as these have room for it. */
function carryingTermOver({ store }: Desk, { id, corrects }: Correcting) {
  const old = (column: string) =>
    sql`(select ${sql.raw(column)} from awards old where old.id = ${corrects})`;
  return store
    .update(awards)
    .set({
      termState: sql`iif(${old('term_state')} = 'served', 'serving', ${old('term_state')})`,
      termEndedOn: sql`iif(${old('term_state')} = 'stepped_down', max(${awards.periodStart},
        min(${awards.periodEnd}, ${old('term_ended_on')})), null)`,
      breakSince: old('break_since'),
      breakUntil: old('break_until'),
      showsBreak: old('shows_break'),
      showsSteppingDown: old('shows_stepping_down'),
      termException: sql`coalesce(${awards.termException}, ${old('term_exception')})`,
    })
    .where(
      and(
        eq(awards.id, id),
        isNotNull(awards.termState),
        sql`exists (select 1 from awards old where old.id = ${corrects}
          and old.superseded_by = ${id} and old.term_state is not null)`,
      ),
    );
}

/** What was begun of a hand-over is the corrected role's, and what was put away of reminders of the same end. */
function carryingHandOver({ store }: Desk, { id, corrects }: Correcting) {
  const isCorrected = sql`exists (select 1 from awards old join awards fresh on fresh.id = ${id}
    where old.id = ${corrects} and old.superseded_by = ${id} and fresh.term_state is not null`;
  return [
    store
      .update(handOverItems)
      .set({ awardId: id })
      .where(and(eq(handOverItems.awardId, corrects), sql`${isCorrected})`)),
    store
      .update(handOvers)
      .set({ awardId: id })
      .where(and(eq(handOvers.awardId, corrects), sql`${isCorrected})`)),
    store
      .update(termReminders)
      .set({ awardId: id })
      .where(
        and(
          eq(termReminders.awardId, corrects),
          sql`${isCorrected} and fresh.period_end = old.period_end)`,
        ),
      ),
  ] as const;
}
