import type { TrainerRuleRequest } from '@laurel/contracts/trainer-requests';
import type { Failure, Issue } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { trainerRules } from '@laurel/store/private/desk';
import { sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import { findAchievement } from '../awarding/find-achievement.ts';
import type { Desk } from '../env.ts';
import { ofTraining, trainable } from './rule.ts';

/**
 * Says what whoever completes a training may award from then on. No trainer makes trainers: nothing that has
 * such a rule can be awarded by one, and what can be gets none. Of two that are set at once one is refused.
 */
export async function setRule(
  desk: Desk,
  { issuer, accountId }: Actor,
  achievementSlug: string,
  { mayAward, months, begins }: TrainerRuleRequest,
): Promise<Result<null, Failure>> {
  const training = await findAchievement(desk, issuer, achievementSlug);
  if (training?.facts.slug !== achievementSlug) return refuse({ reason: 'page_unknown' });
  if (training.facts.kind !== 'training') {
    return refused(
      '',
      'Whoever completes a training can become a trainer by it, and by nothing else.',
    );
  }
  const offered = await trainable(desk, issuer, achievementSlug);
  const slugs = new Set(offered.map(({ slug }) => slug));
  const wrong = mayAward.findIndex((slug) => !slugs.has(slug));
  if (wrong >= 0) {
    return refused(
      `/mayAward/${wrong}`,
      'Must be another achievement that is awarded now, is no role and makes no trainers.',
    );
  }
  const entry = auditing(
    desk,
    {
      issuer,
      actor: accountId,
      act: 'trainer_rule_set',
      subject: achievementSlug,
      details: { months },
    },
    { ifChanged: true },
  );
  const reached = JSON.stringify(mayAward);
  const [, set] = await desk.store.batch([
    entry.before,
    desk.store
      .insert(trainerRules)
      .select(
        sql`select ${issuer}, ${achievementSlug}, ${reached}, ${months}, ${begins}, ${accountId}, ${desk.nowSeconds}
          where not exists (select 1 from trainer_rules as other where other.issuer = ${issuer}
            and other.achievement_slug <> ${achievementSlug} and (
              other.achievement_slug in (select value from json_each(${reached}))
              or exists (select 1 from json_each(other.may_award) where value = ${achievementSlug})))`,
      )
      .onConflictDoUpdate({
        target: [trainerRules.issuer, trainerRules.achievementSlug],
        set: { mayAward, months, begins, setBy: accountId, setAtSeconds: desk.nowSeconds },
      })
      .returning({ slug: trainerRules.achievementSlug }),
    entry.after,
  ]);
  return set.length > 0
    ? ok(null)
    : refused('', 'Trainers may award this one: nobody becomes a trainer by it.');
}

/** Makes nobody a trainer any more; who is one stays one, until their day. May be repeated. */
export async function removeRule(
  desk: Desk,
  { issuer, accountId }: Actor,
  achievementSlug: string,
): Promise<void> {
  const entry = auditing(
    desk,
    { issuer, actor: accountId, act: 'trainer_rule_removed', subject: achievementSlug },
    { ifChanged: true },
  );
  await desk.store.batch([
    entry.before,
    desk.store.delete(trainerRules).where(ofTraining(issuer, achievementSlug)),
    entry.after,
  ]);
}

function refused(pointer: Issue['pointer'], detail: string): Result<null, Failure> {
  return refuse({ reason: 'request_invalid', issues: [{ pointer, detail }] });
}
