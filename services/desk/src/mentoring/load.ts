import { dayOf } from '@laurel/core/day';
import { mentorLimits, mentorships } from '@laurel/store/private/desk';
import { and, count, eq, gte, isNotNull, isNull, or } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/** How many people a mentor mentors now, against the limit that they set themselves. */
export type Load = {
  readonly going: number;
  /** Null where they set none. */
  readonly most: number | null;
  /** Their wish: whoever wants to ask them is told when they take no more at present. */
  readonly tells: boolean;
};

/** For the mentor alone. What was confirmed and is not over is going on, whatever an issuer makes of it. */
export async function loadOf({ store, nowSeconds }: Desk, mentor: string): Promise<Load> {
  const today = dayOf(nowSeconds);
  const [[going], [limit]] = await store.batch([
    store
      .select({ total: count() })
      .from(mentorships)
      .where(
        and(
          eq(mentorships.mentor, mentor),
          isNotNull(mentorships.confirmedAtSeconds),
          isNull(mentorships.endedAtSeconds),
          or(eq(mentorships.periodEnd, ''), gte(mentorships.periodEnd, today)),
        ),
      ),
    store.select().from(mentorLimits).where(eq(mentorLimits.accountId, mentor)),
  ]);
  return {
    going: going?.total ?? 0,
    most: limit?.most ?? null,
    tells: limit?.tells ?? false,
  };
}

/** Whether a mentor has as many as they want, or more. */
export function isFull({ going, most }: Load): boolean {
  return most !== null && going >= most;
}

/** Whether somebody who wants to ask a mentor is told that they take no more: only where the mentor wishes that. */
export async function takesNoMore(desk: Desk, mentor: string): Promise<boolean> {
  const load = await loadOf(desk, mentor);
  return load.tells && isFull(load);
}

/** Sets one's limit; null forgets it, and that it was to be told. */
export async function setLimit(
  { store }: Desk,
  accountId: string,
  most: number | null,
  tells: boolean,
): Promise<void> {
  if (most === null) {
    await store.delete(mentorLimits).where(eq(mentorLimits.accountId, accountId));
    return;
  }
  await store
    .insert(mentorLimits)
    .values({ accountId, most, tells })
    .onConflictDoUpdate({ target: mentorLimits.accountId, set: { most, tells } });
}
