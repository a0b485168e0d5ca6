import { languagesToSign } from '@laurel/core/achievement';
import { dayOf } from '@laurel/core/day';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { isWikiHost } from '@laurel/core/wiki-host';
import { deskIssuers, shareOuts } from '@laurel/store/private/desk';
import { and, eq, ne, sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import { acceptBatch, type BatchOrder, batchOfKey } from '../awarding/accept-batch.ts';
import { findAchievement } from '../awarding/find-achievement.ts';
import { nameOfAccount } from '../awarding/name-of-account.ts';
import type { Desk } from '../env.ts';
import { listShareOuts, type PromisedShareOut } from './list.ts';

/**
 * Recognises what somebody shared: a batch of one, whose consent is asked for, on the day on which it was given, with its
 * address as evidence. Sent twice by one reviewer it is done once; of two at once one decides. Nobody
 * decides about their own.
 */
export async function awardShareOut(
  desk: Desk,
  actor: Actor,
  awardId: string,
  label: string,
): Promise<Result<string, Failure>> {
  const request = { key: `share-out:${awardId}`, bodyHash: actor.accountId };
  const before = await batchOfKey(desk, actor.issuer, request);
  if (before.ok && before.value !== null) return ok(before.value);
  if (!before.ok) return refuse({ reason: 'share_out_settled' });
  const found = await givenToDecide(desk, actor, awardId);
  if (!found.ok) return found;
  const { url, language, givenAtSeconds, achievement } = found.value;
  const day = dayOf(givenAtSeconds ?? desk.nowSeconds);
  const order: BatchOrder = {
    achievement,
    ...(await languageToSign(desk, actor.issuer, achievement, language ?? '')),
    period: { start: day, end: day },
    evidence: url === null ? [] : [{ class: isOnWiki(url) ? 'on-wiki-page' : 'attestation', url }],
    consent: 'ask',
    label,
    recipients: [
      {
        username: await nameOfAccount(desk, found.value.accountId),
        accountId: found.value.accountId,
      },
    ],
  };
  try {
    const batch = await acceptBatch(desk, actor, order, request, thanking(desk, actor, awardId));
    return !batch.ok && batch.failure.reason === 'idempotency_key_reused'
      ? refuse({ reason: 'share_out_settled' })
      : batch;
  } catch (defect) {
    const still = await givenToDecide(desk, actor, awardId);
    if (!still.ok) return still;
    throw defect;
  }
}

/** Asks for it again, with kind words that its holder alone reads. */
export async function askAgain(
  desk: Desk,
  actor: Actor,
  awardId: string,
  answer: string,
): Promise<Result<null, Failure>> {
  const found = await givenToDecide(desk, actor, awardId);
  if (!found.ok) return found;
  const entry = auditing(
    desk,
    {
      issuer: actor.issuer,
      actor: actor.accountId,
      act: 'share_out_asked_again',
      subject: awardId,
    },
    { ifChanged: true },
  );
  const [, asked] = await desk.store.batch([
    entry.before,
    desk.store
      .update(shareOuts)
      .set({ state: 'open', answer, ...decidedBy(desk, actor) })
      .where(decidable(actor, awardId))
      .returning({ awardId: shareOuts.awardId }),
    entry.after,
  ]);
  return asked.length > 0 ? ok(null) : refuse({ reason: 'share_out_settled' });
}

async function givenToDecide(
  desk: Desk,
  actor: Actor,
  awardId: string,
): Promise<Result<PromisedShareOut, Failure>> {
  const found = (await listShareOuts(desk, actor)).find((one) => one.awardId === awardId);
  if (found === undefined || found.isOwn) return refuse({ reason: 'page_unknown' });
  return found.state === 'given' ? ok(found) : refuse({ reason: 'share_out_settled' });
}

/** The language that it was shared in, where the achievement has it; else the achievement’s own. */
async function languageToSign(desk: Desk, issuer: string, slug: string, language: string) {
  const [face] = await desk.store
    .select({ demonstration: deskIssuers.demonstration })
    .from(deskIssuers)
    .where(eq(deskIssuers.slug, issuer));
  const achievement = await findAchievement(desk, issuer, slug);
  const available =
    achievement === null ? [] : languagesToSign(achievement.facts, face?.demonstration ?? false);
  return available.includes(language) ? { language } : {};
}

function isOnWiki(url: string): boolean {
  return isWikiHost(new URL(url).hostname);
}

function decidable({ issuer, accountId }: Actor, awardId: string) {
  return and(
    eq(shareOuts.awardId, awardId),
    eq(shareOuts.issuer, issuer),
    eq(shareOuts.state, 'given'),
    ne(shareOuts.accountId, accountId),
  );
}

function decidedBy({ nowSeconds }: Desk, { accountId }: Actor) {
  return { decidedBy: accountId, decidedAtSeconds: nowSeconds };
}

/**
 * Statements for the transaction of the batch. The last one writes a row that is there already, which fails and
 * takes all of it back, unless this decided about what was given.
 */
function thanking(desk: Desk, actor: Actor, awardId: string) {
  const { store, nowSeconds } = desk;
  const entry = auditing(desk, {
    issuer: actor.issuer,
    actor: actor.accountId,
    act: 'share_out_thanked',
    subject: awardId,
  });
  return [
    entry.before,
    store
      .update(shareOuts)
      .set({ state: 'done', ...decidedBy(desk, actor) })
      .where(decidable(actor, awardId)),
    store.insert(shareOuts).select(sql`select * from ${shareOuts} where award_id = ${awardId}
      and not (state = 'done' and decided_by = ${actor.accountId} and decided_at_seconds = ${nowSeconds})`),
    entry.after,
  ];
}
