import type { ThankRequest } from '@laurel/contracts/map-requests';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { idempotencyKeys, mapWalks } from '@laurel/store/private/desk';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import { acceptBatch, type BatchOrder } from '../awarding/accept-batch.ts';
import { languageToSign } from '../awarding/language-to-sign.ts';
import type { Desk } from '../env.ts';
import { whyNotAward } from '../nominations/why-not-award.ts';
import { type MapWithMilestone, readyPerson } from './ready-people.ts';

/**
 * Offers the milestone to somebody who is ready: a batch of one, whose consent is asked for. Answers the
 * batch. Sent twice by one reviewer it is done once; of two reviewers at once one thanks, and the other is
 * told.
 */
export async function thankWalker(
  desk: Desk,
  actor: Actor,
  map: MapWithMilestone,
  id: string,
  { language }: ThankRequest,
  label: string,
): Promise<Result<string, Failure>> {
  const before = await thankedBefore(desk, actor.issuer, map, id);
  const person = await readyPerson(desk, actor, map, id);
  if (person === null) {
    return before.latest?.bodyHash === actor.accountId
      ? ok(before.latest.batchId)
      : refuse({ reason: 'walk_settled' });
  }
  const nominee = { accountId: person.accountId };
  const mistake = await whyNotAward(desk, actor.issuer, {
    nominee,
    achievementSlug: map.milestone,
  });
  if (mistake !== null) return refuse(mistake);
  const usual = await languageToSign(desk, actor.issuer, map.milestone, person.language);
  const order: BatchOrder = {
    achievement: map.milestone,
    ...(language === undefined && usual === null ? {} : { language: language ?? usual ?? '' }),
    evidence: [{ class: 'attestation' }],
    consent: 'ask',
    label,
    recipients: [{ username: person.username ?? '', accountId: person.accountId }],
  };
  const entry = auditing(desk, {
    issuer: actor.issuer,
    actor: actor.accountId,
    act: 'walk_thanked',
    subject: map.slug,
  });
  const told = and(
    eq(mapWalks.accountId, person.accountId),
    eq(mapWalks.issuer, actor.issuer),
    eq(mapWalks.mapSlug, map.slug),
  );
  // An offer may lapse, and the same person be ready again: each time has a key of its own.
  const request = { key: `${before.prefix}${before.times}`, bodyHash: actor.accountId };
  const batch = await acceptBatch(desk, actor, order, request, [
    entry.before,
    entry.after,
    desk.store.delete(mapWalks).where(told),
  ]);
  return !batch.ok && batch.failure.reason === 'idempotency_key_reused'
    ? refuse({ reason: 'walk_settled' })
    : batch;
}

/** How often this was done for the same entry, and the last of it. */
async function thankedBefore(
  { store }: Desk,
  issuer: string,
  { slug }: MapWithMilestone,
  id: string,
) {
  const prefix = `map:${slug}:${id}:`;
  const done = await store
    .select({ bodyHash: idempotencyKeys.bodyHash, batchId: idempotencyKeys.batchId })
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.issuer, issuer),
        sql`${idempotencyKeys.key} >= ${prefix} and ${idempotencyKeys.key} < ${`${prefix}~`}`,
      ),
    )
    .orderBy(desc(idempotencyKeys.createdAtSeconds));
  return { prefix, times: done.length, latest: done[0] };
}
