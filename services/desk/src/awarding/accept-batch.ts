import type { AwardRequest } from '@laurel/contracts/award-request';
import { MAX_ISSUE_REQUESTS } from '@laurel/contracts/signer-rpc';
import type { Achievement } from '@laurel/core/achievement';
import type { Failure, RecipientRefusal } from '@laurel/core/failure';
import type { Mentoring } from '@laurel/core/mentoring';
import { ok, type Result, refuse } from '@laurel/core/result';
import { count } from '@laurel/observing/counters';
import { jsonChunks } from '@laurel/store/json-chunks';
import { batches, batchRows, deskIssuers, idempotencyKeys } from '@laurel/store/private/desk';
import { and, eq, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Actor } from '../acting/actor.ts';
import { mayAward } from '../acting/awarding.ts';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';
import { freshId } from '../fresh-id.ts';
import { checkShareOut } from '../share-outs/check.ts';
import { findAchievement } from './find-achievement.ts';
import { newWork, rowRanges } from './new-work.ts';
import { batchTerms, checkTerms, givenTerms } from './terms.ts';

/** Rows in one task: as many as the signer takes in a call; the directory is asked for them in five. */
const ROWS_PER_TASK = MAX_ISSUE_REQUESTS;

/** What is to be awarded to whom. A recipient whose account was found before is not looked up by name. */
export type BatchOrder = Omit<AwardRequest, 'recipients'> & {
  readonly recipients: readonly (AwardRequest['recipients'][number] & {
    readonly accountId?: string;
    /** Why this one is not awarded, where that is known before; the row keeps the name. */
    readonly refusal?: RecipientRefusal;
  })[];
  /** What the organizer calls it, such as the event's name. */
  readonly label?: string;
  /** The award that this one puts right. */
  readonly corrects?: string;
  /** What an award for mentoring says. It is made from what two people confirmed, and from nothing else. */
  readonly mentoring?: Mentoring;
};

export type IdempotentRequest = { readonly key: string; readonly bodyHash: string };

/** The batch that a key stands for already; refused where it stands for another request. */
export async function batchOfKey(
  desk: Desk,
  issuer: string,
  { key, bodyHash }: IdempotentRequest,
): Promise<Result<string | null, Failure>> {
  const [row] = await desk.store
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.issuer, issuer), eq(idempotencyKeys.key, key)));
  if (row === undefined) return ok(null);
  return row.bodyHash === bodyHash ? ok(row.batchId) : refuse({ reason: 'idempotency_key_reused' });
}

/**
 * Takes a batch on: writes it, its rows and the work to be done in one transaction, then hints at the
 * work. Answers the batch's id; the same key with the same body gives the same batch. `alongside` are
 * statements for the same transaction, such as the end of what the batch was made from.
 */
export async function acceptBatch(
  desk: Desk,
  actor: Actor,
  request: BatchOrder,
  idempotent: IdempotentRequest,
  alongside: readonly BatchItem<'sqlite'>[] = [],
): Promise<Result<string, Failure>> {
  const [issuer] = await desk.store
    .select()
    .from(deskIssuers)
    .where(eq(deskIssuers.slug, actor.issuer));
  if (issuer?.kind !== 'community') return refuse({ reason: 'issuer_may_not_award' });
  const achievement = await findAchievement(desk, actor.issuer, request.achievement);
  if (achievement === null) {
    return refuse({ reason: 'achievement_unknown', pointer: '/achievement' });
  }
  const may = mayAward(actor, achievement.facts.slug);
  if (!may.ok) return may;
  const checked = checkTerms(request, achievement.facts, issuer);
  if (!checked.ok) return checked;
  const promised = await checkPromise(desk, actor, achievement.facts, request);
  if (!promised.ok) return promised;
  await desk.signer.publishAchievements([achievement.id]);

  const batchId = freshId();
  const { store, nowSeconds } = desk;
  const work = newWork(
    desk,
    rowRanges(request.recipients.length, ROWS_PER_TASK).map((range) => ({
      task: 'award_rows',
      batchId,
      ...range,
    })),
  );
  const rows = request.recipients.map((recipient, at) => ({
    row: at,
    username: recipient.username,
    account: recipient.accountId ?? null,
    award: freshId(),
    claim: freshId(),
    own: givenTerms(recipient),
    refusal: recipient.refusal ?? null,
  }));
  const entry = auditing(desk, {
    issuer: actor.issuer,
    actor: actor.accountId,
    act: 'batch_created',
    subject: batchId,
    details: { size: rows.length },
  });
  try {
    await store.batch([
      entry.before,
      store.insert(idempotencyKeys).values({
        issuer: actor.issuer,
        ...idempotent,
        batchId,
        createdAtSeconds: nowSeconds,
      }),
      store.insert(batches).values({
        id: batchId,
        issuer: actor.issuer,
        achievementId: achievement.id,
        achievementSlug: achievement.facts.slug,
        terms: batchTerms(request, achievement.facts),
        createdBy: actor.accountId,
        createdAtSeconds: nowSeconds,
        size: rows.length,
        label: request.label ?? '',
        corrects: request.corrects ?? '',
      }),
      ...jsonChunks(rows).map((chunk) =>
        store.insert(batchRows).select(sql`
          select ${batchId}, value ->> 'row', value ->> 'username', value ->> 'account', value ->> 'award',
            value ->> 'claim', value -> 'own', iif(value ->> 'refusal' is null, 'queued', 'refused'),
            nullif(value -> 'refusal', 'null')
          from json_each(${chunk}) where true`),
      ),
      ...work.statements,
      entry.after,
      ...alongside,
    ]);
  } catch (error) {
    const before = await batchOfKey(desk, actor.issuer, idempotent);
    if (before.ok && before.value !== null) return ok(before.value);
    if (!before.ok) return before;
    throw error;
  }
  count(desk.counters, {
    counted: 'batch',
    words: [request.consent ?? 'ask'],
    numbers: [rows.length],
  });
  await desk.hint(work.ids);
  return ok(batchId);
}

/** What is put right keeps what was promised with it, whatever became of that since. */
async function checkPromise(
  desk: Desk,
  actor: Actor,
  achievement: Achievement,
  request: BatchOrder,
): Promise<Result<null, Failure>> {
  if ((request.corrects ?? '') !== '') return ok(null);
  const checked = await checkShareOut(desk, actor.issuer, achievement, request);
  if (!checked.ok || request.shareOut === undefined || request.shareOut === null) return checked;
  return mayAward(actor, request.shareOut.achievement);
}
