import type { Achievement } from '@laurel/core/achievement';
import { dayOf } from '@laurel/core/day';
import type { Failure } from '@laurel/core/failure';
import { lintAchievement } from '@laurel/core/lint/lint-achievement';
import { type Objection, objectionKey } from '@laurel/core/lint/objection';
import type { LintWords } from '@laurel/core/lint/phrases';
import { ok, type Result, refuse } from '@laurel/core/result';
import { logDefect } from '@laurel/observing/log-defect';
import { achievementDrafts, achievements } from '@laurel/store/private/desk';
import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import { newWork } from '../awarding/new-work.ts';
import { workTask } from '../awarding/outbox.ts';
import type { Desk } from '../env.ts';
import { freshId } from '../fresh-id.ts';
import { changedParts } from './changed-parts.ts';
import { type DeskAchievement, findDeskAchievement } from './find-draft.ts';
import { nextVersion } from './next-version.ts';

export type PublishOrder = {
  readonly slug: string;
  /** The revision that whoever publishes it has read. */
  readonly revision: number;
  /** Keys of the objections that they say they have read. */
  readonly read: readonly string[];
};

export type PublishedVersion = { readonly id: string; readonly version: string };

/**
 * Makes a draft the version that is awarded from now on. The version, its being current, the end of the
 * draft, the audit entry and the work at the signer are written together; of two at once one happens.
 */
export async function publishDraft(
  desk: Desk,
  actor: Actor,
  { slug, revision, read }: PublishOrder,
): Promise<Result<PublishedVersion, Failure>> {
  const found = await findDeskAchievement(desk, actor.issuer, slug);
  if (found === null) return refuse({ reason: 'page_unknown' });
  const facts = publishable(found, revision, read, await desk.tables.lintWords());
  if (!facts.ok) return facts;
  const versions = await desk.store
    .select({ version: achievements.version })
    .from(achievements)
    .where(and(eq(achievements.issuer, actor.issuer), eq(achievements.slug, slug)));
  const published = {
    id: freshId(),
    version: nextVersion(
      versions.map(({ version }) => version),
      dayOf(desk.nowSeconds),
    ),
  };
  const work = newWork(desk, [{ task: 'publish_achievement', achievementId: published.id }]);
  if (!(await write(desk, actor, { slug, revision, facts: facts.value, published, work }))) {
    return refuse({ reason: 'draft_changed' });
  }
  for (const id of work.ids) {
    // What is written is published; the sweep brings to strangers what fails here.
    await workTask(desk, id).catch((defect: unknown) => logDefect(defect));
  }
  return ok(published);
}

function publishable(
  { standing, draft }: DeskAchievement,
  revision: number,
  read: readonly string[],
  words: LintWords,
): Result<Achievement, Failure> {
  if (draft === null) return refuse({ reason: 'draft_unchanged' });
  if (draft.revision !== revision) return refuse({ reason: 'draft_changed' });
  if (standing?.current === true && changedParts(standing.facts, draft.facts).length === 0) {
    return refuse({ reason: 'draft_unchanged' });
  }
  const objections = unread(lintAchievement(draft.facts, words), read);
  const grave = objections.filter(({ severity }) => severity === 'refuses');
  if (grave.length > 0) return refuse({ reason: 'achievement_objected', objections: grave });
  if (objections.length > 0) return refuse({ reason: 'objections_unread', objections });
  return ok(draft.facts);
}

/** What still stands in the way: reading a grave objection is not enough. */
function unread(objections: readonly Objection[], read: readonly string[]): readonly Objection[] {
  return objections.filter(
    (objection) => objection.severity === 'refuses' || !read.includes(objectionKey(objection)),
  );
}

type Writing = {
  readonly slug: string;
  readonly revision: number;
  readonly facts: Achievement;
  readonly published: PublishedVersion;
  readonly work: ReturnType<typeof newWork>;
};

/** False where the draft is not there any more as it was read. */
async function write(
  desk: Desk,
  actor: Actor,
  { slug, revision, facts, published: { id, version }, work }: Writing,
): Promise<boolean> {
  const { store } = desk;
  const { issuer } = actor;
  const entry = auditing(
    desk,
    {
      issuer,
      actor: actor.accountId,
      act: 'achievement_published',
      subject: id,
      details: { achievement: slug, version },
    },
    { ifChanged: true },
  );
  const asRead = and(
    eq(achievementDrafts.issuer, issuer),
    eq(achievementDrafts.slug, slug),
    eq(achievementDrafts.revision, revision),
  );
  const stands = sql`exists (select 1 from ${achievementDrafts} where ${asRead})`;
  const [, , inserted] = await store.batch([
    entry.before,
    store
      .update(achievements)
      .set({ current: false })
      .where(
        and(
          eq(achievements.issuer, issuer),
          eq(achievements.slug, slug),
          eq(achievements.current, true),
          stands,
        ),
      ),
    store
      .insert(achievements)
      .select(sql`
        select ${id}, ${issuer}, ${slug}, ${version}, 1, ${JSON.stringify({ ...facts, slug, version })}
        where ${stands}`)
      .returning({ id: achievements.id }),
    entry.after,
    store.delete(achievementDrafts).where(asRead),
    ...work.statements,
  ]);
  return inserted.length > 0;
}
