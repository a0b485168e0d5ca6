import { type AwardStateForIssuer, LIVE_AWARD_STATES, stateForIssuer } from '@laurel/core/award';
import type { RecipientRefusal } from '@laurel/core/failure';
import type { TokenScope } from '@laurel/core/issuer';
import { accounts, awards, batches, batchRows } from '@laurel/store/private/desk';
import { and, asc, count, eq, inArray } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { seenBy } from '../acting/awarding.ts';
import type { Desk } from '../env.ts';

export type DeskBatch = typeof batches.$inferSelect;

/** Rows of a batch by what became of them, as far as an issuer may see it. */
export type BatchCounts = Readonly<Record<'queued' | 'refused' | AwardStateForIssuer, number>>;

/** A row that was not awarded, with the name as it was given. */
export type RefusedRow = {
  readonly row: number;
  readonly username: string;
  readonly hours: number | null;
  readonly refusal: RecipientRefusal;
};

/**
 * A batch of the actor’s issuer; null where it has no such batch. A trainer finds their own, as does a member
 * whose grants do not cover the `scope` of what they want with it.
 */
export async function findBatch(
  { store }: Desk,
  actor: Actor,
  id: string,
  scope: TokenScope = 'awards:read',
): Promise<DeskBatch | null> {
  const [batch] = await store
    .select()
    .from(batches)
    .where(
      and(
        eq(batches.id, id),
        eq(batches.issuer, actor.issuer),
        seenBy(actor, scope, batches.createdBy),
      ),
    );
  return batch ?? null;
}

/** Whether the actor may award to people of a batch again, and hand out their names. */
export function mayAwardAgain(actor: Actor, batch: DeskBatch): boolean {
  return (
    actor.scopes.has('awards:write') ||
    (actor.only !== undefined && batch.createdBy === actor.accountId)
  );
}

/** How far a batch is. Who declined counts as open, for an issuer never learns of it. */
export async function countsOf({ store }: Desk, batch: DeskBatch): Promise<BatchCounts> {
  const groups = await store
    .select({ row: batchRows.state, award: awards.state, people: count() })
    .from(batchRows)
    .leftJoin(awards, and(eq(awards.id, batchRows.awardId), eq(batchRows.state, 'awarded')))
    .where(eq(batchRows.batchId, batch.id))
    .groupBy(batchRows.state, awards.state);
  const counts = { queued: 0, refused: 0, open: 0, accepted: 0, closed: 0, revoked: 0 };
  for (const { row, award, people } of groups) {
    if (row === 'refused') counts.refused += people;
    else if (row === 'lapsed') counts.closed += people;
    else if (award === null) counts.queued += people;
    else counts[stateForIssuer(award)] += people;
  }
  return counts;
}

/** Every row of a batch that was not awarded, in order. */
export async function refusedRows(
  { store }: Desk,
  batch: DeskBatch,
): Promise<readonly RefusedRow[]> {
  const rows = await store
    .select({
      row: batchRows.row,
      username: batchRows.username,
      terms: batchRows.ownTerms,
      refusal: batchRows.refusal,
    })
    .from(batchRows)
    .where(and(eq(batchRows.batchId, batch.id), eq(batchRows.state, 'refused')))
    .orderBy(asc(batchRows.row));
  return rows.flatMap(({ row, username, terms, refusal }) =>
    refusal === null
      ? []
      : [{ row, username: username ?? '', hours: terms.hours ?? null, refusal }],
  );
}

/**
 * The names of those whose awards of a batch are open or accepted, as their accounts have them now. Who
 * declined is among them like everybody who has not answered.
 */
export async function namesAwarded({ store }: Desk, batch: DeskBatch): Promise<readonly string[]> {
  const rows = await store
    .select({ username: accounts.username })
    .from(awards)
    .innerJoin(accounts, eq(accounts.id, awards.accountId))
    .where(and(eq(awards.batchId, batch.id), inArray(awards.state, LIVE_AWARD_STATES)))
    .orderBy(asc(accounts.username));
  return rows.flatMap(({ username }) => username ?? []);
}
