import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { idempotencyKeys } from '@laurel/store/private/desk';
import { type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Actor } from '../acting/actor.ts';
import type { Desk } from '../env.ts';
import { acceptBatch, type BatchOrder, batchOfKey } from './accept-batch.ts';

/** What waits for a reviewer, and becomes a batch of one. */
export type AwardedOnce<Waiting> = {
  /** The batch's, such as `nomination:42`. */
  readonly key: string;
  /** What is said of what somebody else decided before. */
  readonly settled: Failure;
  /** It as it waits now; refused where it is none, waits no more, or is not this reviewer's. */
  readonly find: () => Promise<Result<Waiting, Failure>>;
  readonly orderOf: (waiting: Waiting) => Promise<Result<BatchOrder, Failure>>;
  /** Statements for the transaction of the batch, which fails where it has been settled meanwhile. */
  readonly ending: (waiting: Waiting) => readonly BatchItem<'sqlite'>[];
};

/**
 * Awards what waits for a reviewer; answers the batch. Sent twice by one reviewer it is done once; of two at once
 * one decides, and the other is told.
 */
export async function awardOnce<Waiting>(
  desk: Desk,
  actor: Actor,
  { key, settled, find, orderOf, ending }: AwardedOnce<Waiting>,
): Promise<Result<string, Failure>> {
  const request = { key, bodyHash: actor.accountId };
  const before = await batchOfKey(desk, actor.issuer, request);
  if (!before.ok) return refuse(settled);
  if (before.value !== null) return ok(before.value);
  const found = await find();
  if (!found.ok) return found;
  const order = await orderOf(found.value);
  if (!order.ok) return order;
  try {
    const batch = await acceptBatch(desk, actor, order.value, request, ending(found.value));
    return !batch.ok && batch.failure.reason === 'idempotency_key_reused' ? refuse(settled) : batch;
  } catch (defect) {
    const still = await find();
    if (!still.ok) return still;
    throw defect;
  }
}

/** The batch that a key stands for, as a value for a statement of its transaction. */
export function batchIdOfKey(issuer: string, key: string): SQL {
  return sql`(select batch_id from ${idempotencyKeys} where issuer = ${issuer} and key = ${key})`;
}
