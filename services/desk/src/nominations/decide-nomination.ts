import type { NominationAwardRequest } from '@laurel/contracts/nomination-requests';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { idempotencyKeys, nominations } from '@laurel/store/private/desk';
import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import { acceptBatch, type BatchOrder, batchOfKey } from '../awarding/accept-batch.ts';
import type { Desk } from '../env.ts';
import { type Nomination, nominationToDecide } from './find-nomination.ts';
import { reviewable } from './queue.ts';
import { whyNotAward } from './why-not-award.ts';

/**
 * Awards what somebody was nominated for, to the account that was nominated: a batch of one, whose
 * consent is asked for. All nominations of the person for that achievement end with it, in the same
 * transaction; one that would award nobody is refused, and they wait on. Answers the batch. Sent twice by one reviewer it is done once; of two reviewers at once
 * one decides, and the other is told.
 */
export async function awardNomination(
  desk: Desk,
  actor: Actor,
  id: string,
  { language, period, url }: NominationAwardRequest,
  label: string,
): Promise<Result<string, Failure>> {
  const request = { key: `nomination:${id}`, bodyHash: actor.accountId };
  const before = await batchOfKey(desk, actor.issuer, request);
  if (before.ok && before.value !== null) return ok(before.value);
  if (!before.ok) return refuse({ reason: 'nomination_settled' });
  const found = await nominationToDecide(desk, actor, id);
  if (!found.ok) return found;
  const nomination = found.value;
  const mistake = await whyNotAward(desk, actor.issuer, nomination, period);
  if (mistake !== null) return refuse(mistake);
  const { accountId, username } = nomination.nominee;
  const order: BatchOrder = {
    achievement: nomination.achievementSlug,
    ...(language === undefined ? {} : { language }),
    ...(period === undefined ? {} : { period }),
    evidence: [{ class: 'attestation', ...(url === undefined ? {} : { url }) }],
    consent: 'ask',
    label,
    recipients: [{ username: username ?? '', accountId }],
  };
  try {
    const ends = endByAward(desk, actor, nomination, request.key);
    const batch = await acceptBatch(desk, actor, order, request, ends);
    return !batch.ok && batch.failure.reason === 'idempotency_key_reused'
      ? refuse({ reason: 'nomination_settled' })
      : batch;
  } catch (defect) {
    const still = await nominationToDecide(desk, actor, id);
    if (!still.ok) return still;
    throw defect;
  }
}

/** What a nominator is told, in the language that they read. */
export type Answer = (language: string) => string;

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
  const answers = JSON.stringify(Object.fromEntries(languages.map((one) => [one, answer(one)])));
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
        answer: sql`coalesce(${answers} ->> language, ${answer('en')})`,
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
  const batchId = sql`(select batch_id from ${idempotencyKeys}
    where issuer = ${actor.issuer} and key = ${key})`;
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
