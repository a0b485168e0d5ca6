import { dayOf } from '@laurel/core/day';
import { termOn } from '@laurel/core/role-term';
import { achievements, awards } from '@laurel/store/private/desk';
import { roleTermOf } from '@laurel/store/private/role-term-of';
import { and, asc, eq, inArray, isNull, lt, type SQL } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { workTask } from '../awarding/outbox.ts';
import { promptWork } from '../awarding/prompt-work.ts';
import type { Desk } from '../env.ts';
import { isTermAsRead, isToldAnew, termValues } from './write-term.ts';

/** Terms that one tick writes at most: the rest are the next one’s. */
const MAX_PER_TICK = 100;

/** Writes down what the calendar has done: terms that were served, and breaks that are over. May be repeated. */
export async function endTerms(desk: Desk): Promise<void> {
  const today = dayOf(desk.nowSeconds);
  const due = [
    ...(await running(desk, lt(awards.periodEnd, today))),
    ...(await running(desk, and(eq(awards.termState, 'on_break'), lt(awards.breakUntil, today)))),
  ];
  const statements: BatchItem<'sqlite'>[] = [];
  const tasks: string[] = [];
  for (const { award, achievement } of due) {
    const term = roleTermOf(award, achievement);
    if (term === null) continue;
    const now = termOn(term, today);
    statements.push(desk.store.update(awards).set(termValues(now)).where(isTermAsRead(award)));
    if (!isToldAnew(term, now)) continue;
    const work = promptWork(desk, { task: 'standing', awardId: award.id });
    statements.push(work.statement);
    tasks.push(work.id);
  }
  const [first, ...rest] = statements;
  if (first === undefined) return;
  await desk.store.batch([first, ...rest]);
  for (const id of tasks) await workTask(desk, id);
}

function running({ store }: Desk, condition: SQL | undefined) {
  return store
    .select({ award: awards, achievement: achievements.facts })
    .from(awards)
    .innerJoin(achievements, eq(achievements.id, awards.achievementId))
    .where(
      and(
        eq(awards.state, 'accepted'),
        inArray(awards.termState, ['serving', 'on_break']),
        isNull(awards.supersededBy),
        condition,
      ),
    )
    .orderBy(asc(awards.periodEnd))
    .limit(MAX_PER_TICK);
}
