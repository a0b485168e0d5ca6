import type { NominationAwardRequest } from '@laurel/contracts/nomination-requests';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { nominations } from '@laurel/store/private/desk';
import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import { awardOnce, batchIdOfKey } from '../awarding/award-once.ts';
import type { Desk } from '../env.ts';
import type { Answer } from '../reviewing/answer-words.ts';
import { type Nomination, nominationToDecide } from './find-nomination.ts';
import { reviewable } from './queue.ts';
import { whyNotAward } from './why-not-award.ts';

/**
 * Awards what somebody was nominated for, to the account that was nominated: a batch of one, whose
 * consent is asked for. All nominations of the person for that achievement end with it, in the same
 * transaction; one that would award nobody is refused, and they wait on.
 */
export async function awardNomination(
  desk: Desk,
  actor: Actor,
  id: string,
  { language, period, url }: NominationAwardRequest,
  label: string,
): Promise<Result<string, Failure>> {
  const key = `nomination:${id}`;
  return awardOnce(desk, actor, {
    key,
    settled: { reason: 'nomination_settled' },
    find: () => nominationToDecide(desk, actor, id),
    orderOf: async (nomination) => {
      const mistake = await whyNotAward(desk, actor.issuer, nomination, period);
      if (mistake !== null) return refuse(mistake);
      const { accountId, username } = nomination.nominee;
      return ok({
        achievement: nomination.achievementSlug,
        ...(language === undefined ? {} : { language }),
        ...(period === undefined ? {} : { period }),
        evidence: [{ class: 'attestation', ...(url === undefined ? {} : { url }) }],
        consent: 'ask',
        label,
        recipients: [{ username: username ?? '', accountId }],
      });
    },
    ending: (nomination) => endByAward(desk, actor, nomination, key),
  });
}

/**
 * Declines the nominations of a person for an achievement. Each nominator reads the answer; nobody else
 * learns of it, and the person never hears that they were nominated.
 */
export async function declineNomination(
  desk: Desk,
  actor: Actor,
  id: string,
  answer: Answer,
): Promise<Result<null, Failure>> {
  const found = await nominationToDecide(desk, actor, id);
  if (!found.ok) return found;
  const languages = found.value.stories.map(({ language }) => language);
  const answers = JSON.stringify(
    Object.fromEntries(
      await Promise.all(languages.map(async (one) => [one, await answer(one)] as const)),
    ),
  );
  const inEnglish = await answer('en');
  const entry = auditing(
    desk,
    {
      issuer: actor.issuer,
      actor: actor.accountId,
      act: 'nomination_declined',
      subject: id,
      details: { nominations: found.value.stories.length },
    },
    { ifChanged: true },
  );
  const [, declined] = await desk.store.batch([
    entry.before,
    desk.store
      .update(nominations)
      .set({
        state: 'declined',
        decidedBy: actor.accountId,
        decidedAtSeconds: desk.nowSeconds,
        // A nomination that came this moment may be in a language that none had before.
        answer: sql`coalesce(${answers} ->> language, ${inEnglish})`,
      })
      .where(decidable(desk, actor, found.value))
      .returning({ id: nominations.id }),
    entry.after,
  ]);
  return declined.length > 0 ? ok(null) : refuse({ reason: 'nomination_settled' });
}

/** All that wait for the same, unless whoever decides is among those who nominated. */
function decidable(desk: Desk, actor: Actor, { nominee, achievementSlug }: Nomination) {
  return and(
    reviewable(desk, actor),
    eq(nominations.nominee, nominee.accountId),
    eq(nominations.achievementSlug, achievementSlug),
    sql`not exists (select 1 from nominations as own where own.issuer = ${actor.issuer}
      and own.nominee = ${nominee.accountId} and own.achievement_slug = ${achievementSlug}
      and own.state = 'waiting' and own.nominator = ${actor.accountId})`,
  );
}

/**
 * Statements for the transaction of the batch that `key` stands for. The last one writes a row that is
 * there already, which fails and takes all of it back, unless the nomination ended by this batch.
 */
function endByAward(desk: Desk, actor: Actor, nomination: Nomination, key: string) {
  const { store } = desk;
  const batchId = batchIdOfKey(actor.issuer, key);
  const entry = auditing(desk, {
    issuer: actor.issuer,
    actor: actor.accountId,
    act: 'nomination_awarded',
    subject: nomination.id,
    details: { nominations: nomination.stories.length },
  });
  return [
    entry.before,
    store
      .update(nominations)
      .set({
        state: 'awarded',
        decidedBy: actor.accountId,
        decidedAtSeconds: desk.nowSeconds,
        batchId,
      })
      .where(decidable(desk, actor, nomination)),
    entry.after,
    store.insert(nominations).select(sql`select * from ${nominations}
      where id = ${nomination.id} and batch_id is not ${batchId}`),
  ];
}
