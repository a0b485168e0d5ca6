import { holdSeconds, retryAfterSeconds } from '@laurel/core/webhook-retry';
import { webhookDeliveries, webhooks } from '@laurel/store/private/desk';
import { and, eq, exists, isNull, lte, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { endingWebhook } from './end-webhook.ts';
import { signatureHeaders } from './secret.ts';
import { type Attempt, send } from './send.ts';

/** Far longer than an attempt takes. One that was cut off is free again after this. */
const LEASE_SECONDS = 60;

/** A retry that comes sooner is left to the queue; the sweep of each minute is too late for it. */
const SOON_SECONDS = 60;

type Delivery = typeof webhookDeliveries.$inferSelect;
type Webhook = typeof webhooks.$inferSelect;

/**
 * Sends one message if it is due, its webhook takes any, and nobody else is at it; then writes down how
 * that went. A message whose delivery is cut off may be sent twice, under the same id.
 */
export async function deliver(desk: Desk, deliveryId: string): Promise<void> {
  const { store, nowSeconds } = desk;
  const [delivery] = await store
    .update(webhookDeliveries)
    .set({
      leasedUntilSeconds: nowSeconds + LEASE_SECONDS,
      attempts: sql`${webhookDeliveries.attempts} + 1`,
    })
    .where(
      and(
        eq(webhookDeliveries.id, deliveryId),
        eq(webhookDeliveries.state, 'waiting'),
        lte(webhookDeliveries.dueAtSeconds, nowSeconds),
        lte(webhookDeliveries.leasedUntilSeconds, nowSeconds),
        exists(
          store
            .select({ id: webhooks.id })
            .from(webhooks)
            .where(
              and(
                eq(webhooks.id, webhookDeliveries.webhookId),
                isNull(webhooks.endedAtSeconds),
                lte(webhooks.heldUntilSeconds, nowSeconds),
              ),
            ),
        ),
      ),
    )
    .returning();
  if (delivery === undefined) return;
  const [webhook] = await store
    .select()
    .from(webhooks)
    .where(and(eq(webhooks.id, delivery.webhookId), isNull(webhooks.endedAtSeconds)));
  if (webhook === undefined) return;
  const headers = signatureHeaders(webhook, delivery, nowSeconds);
  const attempt = await send(desk.sending, webhook.url, delivery.body, headers);
  await writeDown(desk, webhook, delivery, attempt);
}

async function writeDown(
  desk: Desk,
  webhook: Webhook,
  delivery: Delivery,
  attempt: Attempt,
): Promise<void> {
  const { store, nowSeconds } = desk;
  const status = 'status' in attempt ? attempt.status : 0;
  const delivered = status >= 200 && status < 300;
  const retryAfter = delivered ? null : retryAfterSeconds(delivery.attempts);
  const failures = delivered ? 0 : webhook.failures + 1;
  const attempted = store
    .update(webhookDeliveries)
    .set({
      leasedUntilSeconds: 0,
      lastAnswer: 'status' in attempt ? String(status) : attempt.none,
      lastAttemptAtSeconds: nowSeconds,
      ...(delivered
        ? { state: 'delivered' as const }
        : retryAfter === null
          ? { state: 'given_up' as const }
          : { dueAtSeconds: nowSeconds + retryAfter }),
    })
    .where(and(eq(webhookDeliveries.id, delivery.id), eq(webhookDeliveries.state, 'waiting')));
  await store.batch([
    attempted,
    store
      .update(webhooks)
      .set({
        failures: delivered ? 0 : sql`${webhooks.failures} + 1`,
        heldUntilSeconds: nowSeconds + holdSeconds(failures),
      })
      .where(eq(webhooks.id, webhook.id)),
    ...(status === 410 ? endingWebhook(desk, webhook.id, 'receiver') : []),
  ]);
  if (retryAfter !== null && retryAfter < SOON_SECONDS) {
    await desk.hintDeliveries([delivery.id], retryAfter);
  }
}
