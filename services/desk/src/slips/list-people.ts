import { LIVE_AWARD_STATES } from '@laurel/core/award';
import { accounts, awards, slips } from '@laurel/store/private/desk';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { PAGE_SIZE } from '../page/paging.tsx';
import type { SlipSheet } from './slip-values.ts';

/** Slips that are in somebody's name: waiting for the organizer, or refused. */
export const SHOWN_STATES = ['presented', 'refused'] as const;
export type ShownState = (typeof SHOWN_STATES)[number];

/** Who has shown a slip of a sheet. */
export type SlipPerson = {
  /** As printed on the slip. */
  readonly number: number;
  readonly accountId: string;
  /** Null for an account that Wikimedia hides. */
  readonly username: string | null;
  readonly presentedAtSeconds: number;
  /** Holds this achievement of the issuer for the same period, or has the offer of it. */
  readonly alreadyAwarded: boolean;
};

/** One page of the people who have shown a slip, those first who came first. */
export async function listPeople(
  { store }: Desk,
  sheet: SlipSheet,
  state: ShownState,
  page: number,
): Promise<readonly SlipPerson[]> {
  const { issuer, achievementSlug, terms } = sheet;
  const standing = store
    .select({ one: sql`1` })
    .from(awards)
    .where(
      and(
        eq(awards.accountId, slips.accountId),
        eq(awards.issuer, issuer),
        eq(awards.achievementSlug, achievementSlug),
        eq(awards.periodStart, terms.period?.start ?? ''),
        eq(awards.periodEnd, terms.period?.end ?? ''),
        inArray(awards.state, [...LIVE_AWARD_STATES]),
      ),
    );
  const rows = await store
    .select({
      number: slips.number,
      accountId: slips.accountId,
      username: accounts.username,
      presentedAtSeconds: slips.presentedAtSeconds,
      alreadyAwarded: sql<number>`exists ${standing}`,
    })
    .from(slips)
    .leftJoin(accounts, eq(accounts.id, slips.accountId))
    .where(and(eq(slips.sheetId, sheet.id), eq(slips.state, state)))
    .orderBy(asc(slips.presentedAtSeconds), asc(slips.number))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  return rows.map((row) => ({
    ...row,
    accountId: row.accountId ?? '',
    presentedAtSeconds: row.presentedAtSeconds ?? 0,
    alreadyAwarded: row.alreadyAwarded === 1,
  }));
}
