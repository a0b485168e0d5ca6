import type { Achievement } from '@laurel/core/achievement';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { dueReminder } from '@laurel/core/share-out';
import { achievements, awards, shareOuts } from '@laurel/store/private/desk';
import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/** A promise of somebody’s own, with the award that they made it with. */
export type OwnShareOut = typeof shareOuts.$inferSelect & { readonly achievement: Achievement };

/** What an account promised with awards that stand, the first day first. */
export async function ownShareOuts(desk: Desk, accountId: string): Promise<readonly OwnShareOut[]> {
  const rows = await desk.store
    .select({ promise: shareOuts, achievement: achievements.facts })
    .from(shareOuts)
    .innerJoin(awards, eq(awards.id, shareOuts.awardId))
    .innerJoin(achievements, eq(achievements.id, awards.achievementId))
    .where(
      and(
        eq(shareOuts.accountId, accountId),
        eq(awards.state, 'accepted'),
        isNull(awards.supersededBy),
      ),
    )
    .orderBy(asc(shareOuts.until));
  return rows.map(({ promise, achievement }) => ({ ...promise, achievement }));
}

/** What was promised with one award of the account; null where nothing was, or that does not stand. */
export async function ownShareOut(
  desk: Desk,
  accountId: string,
  awardId: string,
): Promise<OwnShareOut | null> {
  const all = await ownShareOuts(desk, accountId);
  return all.find((one) => one.awardId === awardId) ?? null;
}

/** Those of which their holder is to be reminded now. */
export function toRemind(
  { nowSeconds }: Desk,
  promises: readonly OwnShareOut[],
): readonly OwnShareOut[] {
  return promises.filter(
    ({ state, until, putAwayDays }) =>
      state === 'open' && dueReminder(until, putAwayDays, nowSeconds) !== null,
  );
}

/** Puts the reminder away that is shown now; a later one comes all the same. */
export async function putReminderAway(
  desk: Desk,
  accountId: string,
  awardId: string,
): Promise<Result<null, Failure>> {
  const promise = await ownShareOut(desk, accountId, awardId);
  if (promise === null) return refuse({ reason: 'page_unknown' });
  const days = dueReminder(promise.until, promise.putAwayDays, desk.nowSeconds);
  if (days === null) return ok(null);
  await desk.store
    .update(shareOuts)
    .set({ putAwayDays: days })
    .where(
      and(
        eq(shareOuts.awardId, awardId),
        or(isNull(shareOuts.putAwayDays), sql`${shareOuts.putAwayDays} > ${days}`),
      ),
    );
  return ok(null);
}

/** What somebody shared. */
export type Shared = { readonly url: string; readonly language: string };

/** Gives it to the issuer’s reviewers, also after its day; until one has answered it can be given anew. */
export async function giveShareOut(
  desk: Desk,
  accountId: string,
  awardId: string,
  { url, language }: Shared,
): Promise<Result<null, Failure>> {
  if ((await ownShareOut(desk, accountId, awardId)) === null) {
    return refuse({ reason: 'page_unknown' });
  }
  const given = await desk.store
    .update(shareOuts)
    .set({ state: 'given', url, language, givenAtSeconds: desk.nowSeconds })
    .where(
      and(
        eq(shareOuts.awardId, awardId),
        eq(shareOuts.accountId, accountId),
        sql`${shareOuts.state} <> 'done'`,
      ),
    )
    .returning({ awardId: shareOuts.awardId });
  return given.length > 0 ? ok(null) : refuse({ reason: 'share_out_settled' });
}
