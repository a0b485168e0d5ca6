import type { AchievementFacts } from '@laurel/contracts/achievement-facts';
import type { Achievement } from '@laurel/core/achievement';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { achievementDrafts } from '@laurel/store/private/desk';
import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';

/** Revisions of drafts are larger; what is smaller counts versions. */
const LEAST_REVISION = 1_000_000;

/** A draft has no version of its own yet. */
const NO_VERSION = '';

/** What was written, as a draft keeps it. */
export function draftFacts(slug: string, facts: AchievementFacts): Achievement {
  return { slug, version: NO_VERSION, ...facts };
}

/**
 * Keeps what was written over the revision that its author had read; the first change of a published
 * achievement over the version that they had read. Of two who change the same revision one is told, and
 * nothing of the other's is lost, also where it was published meanwhile. The new revision.
 */
export async function saveDraft(
  desk: Desk,
  actor: Actor,
  slug: string,
  revision: number,
  facts: AchievementFacts,
): Promise<Result<number, Failure>> {
  const { store, nowSeconds } = desk;
  const kept = {
    facts: draftFacts(slug, facts),
    updatedBy: actor.accountId,
    updatedAtSeconds: nowSeconds,
  };
  const saved =
    revision < LEAST_REVISION
      ? await store
          .insert(achievementDrafts)
          .select(sql`
            select ${actor.issuer}, ${slug}, ${JSON.stringify(kept.facts)}, ${actor.accountId},
              ${nowSeconds}, ${firstRevision(nowSeconds)}
            where ${revision} + 1 = (select count(*) from achievements
              where issuer = ${actor.issuer} and slug = ${slug})`)
          .onConflictDoNothing()
          .returning({ revision: achievementDrafts.revision })
      : await store
          .update(achievementDrafts)
          .set({ ...kept, revision: sql`${achievementDrafts.revision} + 1` })
          .where(
            and(
              eq(achievementDrafts.issuer, actor.issuer),
              eq(achievementDrafts.slug, slug),
              eq(achievementDrafts.revision, revision),
            ),
          )
          .returning({ revision: achievementDrafts.revision });
  const [row] = saved;
  return row === undefined ? refuse({ reason: 'draft_changed' }) : ok(row.revision);
}

/**
 * Where revisions of a new draft begin: above those of one that was discarded before, so that a form
 * that was opened then is not taken for one of now.
 */
export function firstRevision(nowSeconds: number): number {
  return nowSeconds;
}

/**
 * Discards a draft as it was read. It cannot be taken back; versions that were published stay as they
 * are.
 */
export async function discardDraft(
  desk: Desk,
  { issuer, accountId }: Actor,
  slug: string,
  revision: number,
): Promise<Result<null, Failure>> {
  const entry = auditing(
    desk,
    { issuer, actor: accountId, act: 'draft_discarded', subject: slug },
    { ifChanged: true },
  );
  const [, discarded] = await desk.store.batch([
    entry.before,
    desk.store
      .delete(achievementDrafts)
      .where(
        and(
          eq(achievementDrafts.issuer, issuer),
          eq(achievementDrafts.slug, slug),
          eq(achievementDrafts.revision, revision),
        ),
      )
      .returning({ slug: achievementDrafts.slug }),
    entry.after,
  ]);
  return discarded.length > 0 ? ok(null) : refuse({ reason: 'draft_changed' });
}
