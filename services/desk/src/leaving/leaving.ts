import type { LeavingRequest } from '@laurel/contracts/leaving-request';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { leavings } from '@laurel/store/private/desk';
import { and, eq } from 'drizzle-orm';
import { draftOf, findDeskAchievement } from '../achievements/find-draft.ts';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';

/** What an issuer says and asks of whoever leaves a role, where it has set nothing. */
export const NO_LEAVING: LeavingRequest = { thanks: {}, items: [], offersAward: false };

/** What an issuer says and asks of whoever leaves a role, and who wrote it. */
export async function findLeaving(
  { store }: Desk,
  issuer: string,
  achievementSlug: string,
): Promise<(LeavingRequest & { readonly updatedBy: string }) | null> {
  const [found] = await store
    .select()
    .from(leavings)
    .where(and(eq(leavings.issuer, issuer), eq(leavings.achievementSlug, achievementSlug)));
  if (found === undefined) return null;
  const { thanks, items, offersAward, updatedBy } = found;
  return { thanks, items: [...items], offersAward, updatedBy };
}

/** Sets it, in the place of what was there. What is being handed over already stays as it is. */
export async function setLeaving(
  desk: Desk,
  { issuer, accountId }: Actor,
  achievementSlug: string,
  request: LeavingRequest,
): Promise<Result<null, Failure>> {
  const found = await findDeskAchievement(desk, issuer, achievementSlug);
  if (found === null) return refuse({ reason: 'page_unknown' });
  const { kind } = found.standing?.facts ?? draftOf(found).facts;
  if (kind !== 'role') return refuse({ reason: 'award_no_term' });
  const given = { ...request, updatedBy: accountId, updatedAtSeconds: desk.nowSeconds };
  const entry = auditing(desk, {
    issuer,
    actor: accountId,
    act: 'leaving_set',
    subject: achievementSlug,
  });
  await desk.store.batch([
    entry.before,
    desk.store
      .insert(leavings)
      .values({ issuer, achievementSlug, ...given })
      .onConflictDoUpdate({ target: [leavings.issuer, leavings.achievementSlug], set: given }),
    entry.after,
  ]);
  return ok(null);
}
