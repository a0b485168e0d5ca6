import { LIVE_AWARD_STATES, stateForIssuer } from '@laurel/core/award';
import { awards } from '@laurel/store/private/desk';
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/** The statement for what an issuer recognised somebody for under a slug before, the latest first. */
export function selectingRecognised(
  { store }: Desk,
  issuer: string,
  accountId: string,
  achievementSlug: string,
) {
  return store
    .select({
      id: awards.id,
      state: awards.state,
      periodStart: awards.periodStart,
      periodEnd: awards.periodEnd,
    })
    .from(awards)
    .where(
      and(
        eq(awards.issuer, issuer),
        eq(awards.achievementSlug, achievementSlug),
        eq(awards.accountId, accountId),
        inArray(awards.state, [...LIVE_AWARD_STATES]),
      ),
    )
    .orderBy(desc(awards.offeredAtSeconds));
}

/** The same as its issuer may know it: a declined one reads like an open one. */
export function asIssuerKnows(rows: Awaited<ReturnType<typeof selectingRecognised>>) {
  return rows.map((row) => ({ ...row, state: stateForIssuer(row.state) }));
}

export type Recognised = ReturnType<typeof asIssuerKnows>[number];
