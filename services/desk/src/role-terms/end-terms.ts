import { type Day, dayOf } from '@laurel/core/day';
import { termOn } from '@laurel/core/role-term';
import { achievements, awards, RUNNING_TERM } from '@laurel/store/private/desk';
import { roleTermOf } from '@laurel/store/private/role-term-of';
import { and, asc, eq, isNull, lt, type SQL, sql } from 'drizzle-orm';
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
    ...(await running(desk, awards.periodEnd, today)),
    ...(await running(desk, awards.breakUntil, today, sql`term_state = 'on_break'`)),
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

/** Terms of which this day is past, the earliest first. */
function running(
  { store }: Desk,
  day: typeof awards.periodEnd | typeof awards.breakUntil,
  today: Day,
  condition?: SQL,
) {
  return store
    .select({ award: awards, achievement: achievements.facts })
    .from(awards)
    .innerJoin(achievements, eq(achievements.id, awards.achievementId))
    .where(and(RUNNING_TERM, isNull(awards.supersededBy), condition, lt(day, today)))
    .orderBy(asc(day))
    .limit(MAX_PER_TICK);
}
