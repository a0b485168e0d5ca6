import type { InvitationRequest } from '@laurel/contracts/invitation-request';
import type { Failure } from '@laurel/core/failure';
import { readInvitationLink } from '@laurel/core/invitation-link';
import { ok, type Result, refuse } from '@laurel/core/result';
import { invitations } from '@laurel/store/private/desk';
import { findDeskAchievement } from '../achievements/find-draft.ts';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';
import { ofAchievement, otherAchievements } from './invitation.ts';

/** Has the holders of an achievement invited to something, in the place of what was there. */
export async function setInvitation(
  desk: Desk,
  { issuer, accountId }: Actor,
  achievementSlug: string,
  request: InvitationRequest,
): Promise<Result<null, Failure>> {
  const found = await findDeskAchievement(desk, issuer, achievementSlug);
  if (found === null) return refuse({ reason: 'page_unknown' });
  const { texts, leadsTo = null } = request;
  const others = await otherAchievements(desk, issuer, achievementSlug);
  if (leadsTo !== null && !others.some(({ slug }) => slug === leadsTo)) {
    const detail = 'Must be another achievement that is awarded now.';
    return refuse({ reason: 'request_invalid', issues: [{ pointer: '/leadsTo', detail }] });
  }
  const given = {
    texts,
    url: readInvitationLink(request.url ?? ''),
    leadsTo,
    updatedBy: accountId,
    updatedAtSeconds: desk.nowSeconds,
  };
  const entry = auditing(desk, {
    issuer,
    actor: accountId,
    act: 'invitation_set',
    subject: achievementSlug,
  });
  await desk.store.batch([
    entry.before,
    desk.store
      .insert(invitations)
      .values({ issuer, achievementSlug, ...given })
      .onConflictDoUpdate({
        target: [invitations.issuer, invitations.achievementSlug],
        set: given,
      }),
    entry.after,
  ]);
  return ok(null);
}

/** Invites nobody any more. May be repeated. */
export async function removeInvitation(
  desk: Desk,
  { issuer, accountId }: Actor,
  achievementSlug: string,
): Promise<void> {
  const entry = auditing(
    desk,
    { issuer, actor: accountId, act: 'invitation_removed', subject: achievementSlug },
    { ifChanged: true },
  );
  await desk.store.batch([
    entry.before,
    desk.store.delete(invitations).where(ofAchievement(issuer, achievementSlug)),
    entry.after,
  ]);
}
