import type { Achievement } from '@laurel/core/achievement';
import { achievements, awards, deskIssuers } from '@laurel/store/private/desk';
import { and, desc, eq, gt, inArray, lte, or, type SQL } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { fromUnmuted } from './muted/muted-issuers.ts';

/** An award with what it is about and who made it. */
export type HolderAward = {
  readonly award: typeof awards.$inferSelect;
  readonly achievement: Achievement;
  readonly issuer: typeof deskIssuers.$inferSelect;
};

/** The award of a claim code, whoever holds it. */
export async function awardByClaimCode(desk: Desk, code: string): Promise<HolderAward | null> {
  const [found] = await awardsWhere(desk, eq(awards.claimCode, code));
  return found ?? null;
}

/** What an award corrects, however that stands now; null for one that corrects none. */
export async function correctedAward(
  desk: Desk,
  { award: { corrects, accountId } }: HolderAward,
): Promise<HolderAward | null> {
  if (corrects === '') return null;
  const ofHolder = and(eq(awards.id, corrects), eq(awards.accountId, accountId));
  const [found] = await awardsWhere(desk, ofHolder);
  return found ?? null;
}

/**
 * The claim code of an offer that would correct an accepted award and can be answered; null where there is none.
 * Whoever muted the issuer is told of it too: it is about what they hold.
 */
export async function correctionOffered(
  { store, nowSeconds }: Desk,
  { award: { id, accountId, state } }: HolderAward,
): Promise<string | null> {
  if (state !== 'accepted') return null;
  const [found] = await store
    .select({ claimCode: awards.claimCode })
    .from(awards)
    .where(and(eq(awards.corrects, id), eq(awards.accountId, accountId), isOpenOffer(nowSeconds)))
    .orderBy(desc(awards.offeredAtSeconds))
    .limit(1);
  return found?.claimCode ?? null;
}

/** An award that this account has accepted; also when it was revoked since. */
export async function acceptedAward(
  desk: Desk,
  awardId: string,
  accountId: string,
): Promise<HolderAward | null> {
  const [found] = await awardsWhere(
    desk,
    and(
      eq(awards.id, awardId),
      eq(awards.accountId, accountId),
      inArray(awards.state, ['accepted', 'revoked']),
    ),
  );
  return found ?? null;
}

/** The condition that an offer can be answered: it has not lapsed, and is not held back. */
export function isOpenOffer(nowSeconds: number) {
  return and(
    eq(awards.state, 'offered'),
    gt(awards.lapsesAtSeconds, nowSeconds),
    lte(awards.heldBackUntilSeconds, nowSeconds),
  );
}

/** The same of an award that was read. */
export function canBeAnswered({ award }: HolderAward, nowSeconds: number): boolean {
  const { state, lapsesAtSeconds, heldBackUntilSeconds } = award;
  return state === 'offered' && lapsesAtSeconds > nowSeconds && heldBackUntilSeconds <= nowSeconds;
}

/** True of an award that its holder was shown and that is no offer any more: what was wrong with it can still be told. */
export function canBeReported({ award }: HolderAward, nowSeconds: number): boolean {
  return award.state !== 'offered' && award.heldBackUntilSeconds <= nowSeconds;
}

/**
 * What an account is offered now, has accepted, or had and was revoked; newest first. Without the offers of
 * issuers that it muted.
 */
export async function awardsOfHolder(
  desk: Desk,
  accountId: string,
): Promise<readonly HolderAward[]> {
  return awardsWhere(
    desk,
    and(
      eq(awards.accountId, accountId),
      or(
        inArray(awards.state, ['accepted', 'revoked']),
        and(isOpenOffer(desk.nowSeconds), fromUnmuted(accountId)),
      ),
    ),
  );
}

async function awardsWhere(
  { store }: Desk,
  condition: SQL | undefined,
): Promise<readonly HolderAward[]> {
  return store
    .select({ award: awards, achievement: achievements.facts, issuer: deskIssuers })
    .from(awards)
    .innerJoin(achievements, eq(achievements.id, awards.achievementId))
    .innerJoin(deskIssuers, eq(deskIssuers.slug, awards.issuer))
    .where(condition)
    .orderBy(desc(awards.offeredAtSeconds), awards.id);
}
