import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { achievements } from '@laurel/store/private/desk';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import { workNow } from '../awarding/work-now.ts';
import type { Desk } from '../env.ts';
import { findDeskAchievement } from './find-draft.ts';

/** Ends the awarding of an achievement. What was awarded stays as it is; {@link reinstate} takes it back. */
export async function retire(
  desk: Desk,
  actor: Actor,
  slug: string,
): Promise<Result<null, Failure>> {
  const isCurrent = sql`${achievements.current} = 1`;
  const changed = await setCurrent(desk, actor, 'achievement_retired', slug, false, isCurrent);
  return changed ? ok(null) : notChanged(desk, actor, slug, { reason: 'achievement_retired' });
}

/** Lets an achievement be awarded again, in its newest version. */
export async function reinstate(
  desk: Desk,
  actor: Actor,
  slug: string,
): Promise<Result<null, Failure>> {
  const { issuer } = actor;
  const isNewest = sql`${achievements.version} = (select max(version) from achievements
      where issuer = ${issuer} and slug = ${slug})
    and not exists (select 1 from achievements as other
      where other.issuer = ${issuer} and other.slug = ${slug} and other.current = 1)`;
  const changed = await setCurrent(desk, actor, 'achievement_reinstated', slug, true, isNewest);
  return changed ? ok(null) : notChanged(desk, actor, slug, { reason: 'achievement_not_retired' });
}

/** Why nothing was changed: there is no such achievement, or it stands like that already. */
async function notChanged(
  desk: Desk,
  { issuer }: Actor,
  slug: string,
  failure: Failure,
): Promise<Result<null, Failure>> {
  const found = await findDeskAchievement(desk, issuer, slug);
  return refuse(found === null ? { reason: 'page_unknown' } : failure);
}

/** False where no version is as `which` asks. */
async function setCurrent(
  desk: Desk,
  { issuer, accountId }: Actor,
  act: 'achievement_retired' | 'achievement_reinstated',
  slug: string,
  current: boolean,
  which: SQL,
): Promise<boolean> {
  const ofAchievement = and(eq(achievements.issuer, issuer), eq(achievements.slug, slug));
  const [version] = await desk.store
    .select({ id: achievements.id })
    .from(achievements)
    .where(ofAchievement)
    .limit(1);
  if (version === undefined) return false;
  const publishing = workNow(desk, { task: 'publish_achievement', achievementId: version.id });
  const entry = auditing(
    desk,
    { issuer, actor: accountId, act, subject: slug },
    { ifChanged: true },
  );
  const [, changed] = await desk.store.batch([
    entry.before,
    desk.store
      .update(achievements)
      .set({ current })
      .where(and(ofAchievement, which))
      .returning({ id: achievements.id }),
    entry.after,
    publishing.ifChanged,
  ]);
  if (changed.length === 0) return false;
  await publishing.work();
  return true;
}
