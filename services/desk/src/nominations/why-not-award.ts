import { LIVE_AWARD_STATES } from '@laurel/core/award';
import type { Failure } from '@laurel/core/failure';
import { awards } from '@laurel/store/private/desk';
import { globalUsersDirectory } from '@laurel/wikimedia/directory';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import type { Nomination } from './find-nomination.ts';

type Period = { readonly start: string; readonly end: string };

/**
 * Why a batch for whom was nominated would award nobody: they have it for these days already, or their
 * account is gone, hidden or locked. Null where nothing is known to stand in the way; a directory that
 * does not answer does not, as the batch waits for it.
 */
export async function whyNotAward(
  desk: Desk,
  issuer: string,
  { nominee, achievementSlug }: Pick<Nomination, 'nominee' | 'achievementSlug'>,
  { start, end }: Period = { start: '', end: '' },
): Promise<Failure | null> {
  const [standing] = await desk.store
    .select({ id: awards.id })
    .from(awards)
    .where(
      and(
        eq(awards.issuer, issuer),
        eq(awards.achievementSlug, achievementSlug),
        eq(awards.accountId, nominee.accountId),
        eq(awards.periodStart, start),
        eq(awards.periodEnd, end),
        isNull(awards.supersededBy),
        inArray(awards.state, [...LIVE_AWARD_STATES]),
      ),
    );
  if (standing !== undefined) return { reason: 'nominee_recognised' };
  const entries = await globalUsersDirectory(desk.wikimedia).resolveIds([nominee.accountId]);
  if (!entries.ok) return null;
  const entry = entries.value.get(nominee.accountId);
  return entry?.found === true && !entry.locked ? null : { reason: 'nominee_gone' };
}
