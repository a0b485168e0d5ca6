import { awards } from '@laurel/store/private/desk';
import { and, eq, isNull, ne, or, sql } from 'drizzle-orm';
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
    ] as const,
    taskId: task.id,
  };
}
