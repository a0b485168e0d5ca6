import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { WEBHOOK_TEST } from '@laurel/core/webhook-event';
import { webhookDeliveries, webhooks } from '@laurel/store/private/desk';
import { and, eq, exists, isNull, sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import type { Desk } from '../env.ts';
import { freshId } from '../fresh-id.ts';

/** Writes down a message that tells of nothing, and sends it soon. Answers its id. */
export async function sendTest(
  desk: Desk,
  actor: Actor,
  webhookId: string,
): Promise<Result<string, Failure>> {
  const { store, nowSeconds } = desk;
  const id = freshId();
  const body = JSON.stringify({
    type: WEBHOOK_TEST,
    timestamp: new Date(nowSeconds * 1000).toISOString(),
    data: { issuer: actor.issuer },
  });
  const written = await store
    .insert(webhookDeliveries)
    .select(
      sql`select ${id}, ${webhooks.id}, ${WEBHOOK_TEST}, null, ${body}, ${nowSeconds}, ${nowSeconds},
        0, 0, 'waiting', null, null
      from ${webhooks} where ${inUse(actor, webhookId)}`,
    )
    .returning({ id: webhookDeliveries.id });
  if (written.length === 0) return refuse({ reason: 'webhook_unknown' });
  await letTry(desk, webhookId, id);
  return ok(id);
}

/**
 * Sends a message again, under its own id, with a schedule that begins anew: one that was given up, one
 * that waits, or one whose receiver has lost it.
 */
export async function sendAgain(
  desk: Desk,
  actor: Actor,
  webhookId: string,
  deliveryId: string,
): Promise<Result<null, Failure>> {
  const { store, nowSeconds } = desk;
  const again = await store
    .update(webhookDeliveries)
    .set({ state: 'waiting', attempts: 0, dueAtSeconds: nowSeconds })
    .where(
      and(
        eq(webhookDeliveries.id, deliveryId),
        eq(webhookDeliveries.webhookId, webhookId),
        exists(store.select({ id: webhooks.id }).from(webhooks).where(inUse(actor, webhookId))),
      ),
    )
    .returning({ id: webhookDeliveries.id });
  if (again.length === 0) return refuse({ reason: 'webhook_unknown' });
  await letTry(desk, webhookId, deliveryId);
  return ok(null);
}

function inUse({ issuer }: Actor, id: string) {
  return and(eq(webhooks.id, id), eq(webhooks.issuer, issuer), isNull(webhooks.endedAtSeconds));
}

/** Somebody has asked for it by hand, and may well have mended their end: nothing is held any more. */
async function letTry(desk: Desk, webhookId: string, deliveryId: string): Promise<void> {
  await desk.store.update(webhooks).set({ heldUntilSeconds: 0 }).where(eq(webhooks.id, webhookId));
  await desk.hintDeliveries([deliveryId]);
}
