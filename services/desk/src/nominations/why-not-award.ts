import { LIVE_AWARD_STATES } from '@laurel/core/award';
import type { Failure } from '@laurel/core/failure';
import { awards } from '@laurel/store/private/desk';
import { globalUsersDirectory } from '@laurel/wikimedia/directory';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { findAchievement } from '../awarding/find-achievement.ts';
import type { Desk } from '../env.ts';
import { judgeTerms } from '../role-terms/judge-terms.ts';

/** Whom an award is meant for, and of what. */
type Meant = {
  readonly nominee: { readonly accountId: string };
  readonly achievementSlug: string;
};

type Period = { readonly start: string; readonly end: string };

/**
 * Why a batch for whom was nominated would award nobody: they have it for these days already, or their
 * account is gone, hidden or locked. Null where nothing is known to stand in the way; a directory that
 * does not answer does not, as the batch waits for it.
 */
export async function whyNotAward(
  desk: Desk,
  issuer: string,
  { nominee, achievementSlug }: Meant,
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
  const achievement = await findAchievement(desk, issuer, achievementSlug);
  if (achievement !== null && start !== '') {
    const role = { issuer, achievementSlug, achievementId: achievement.id, corrects: '' };
    const term = { awardId: '', accountId: nominee.accountId, period: { start, end } };
    const judged = (await judgeTerms(desk, role, [term])).get('');
    if (judged?.ok === false) return judged.failure;
  }
  const entries = await globalUsersDirectory(desk.wikimedia).resolveIds([nominee.accountId]);
  if (!entries.ok) return null;
  const entry = entries.value.get(nominee.accountId);
  return entry?.found === true && !entry.locked ? null : { reason: 'nominee_gone' };
}
