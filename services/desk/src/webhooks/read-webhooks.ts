import type { WebhookEventType } from '@laurel/core/webhook-event';
import { webhookDeliveries, webhooks } from '@laurel/store/private/desk';
import { and, asc, count, desc, eq, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { PAGE_SIZE } from '../page/paging.tsx';

/** A webhook as members see it: without its secrets. */
export type ShownWebhook = {
  readonly id: string;
  readonly url: string;
  readonly events: readonly WebhookEventType[];
  readonly createdAtSeconds: number;
  readonly endedAtSeconds: number | null;
  readonly endedBy: 'member' | 'receiver' | null;
  /** Attempts in a row that failed. */
  readonly failures: number;
  /** Null where one secret alone is good. */
  readonly previousSecretEndsAtSeconds: number | null;
};

const SHOWN = {
  id: webhooks.id,
  url: webhooks.url,
  events: webhooks.events,
  createdAtSeconds: webhooks.createdAtSeconds,
  endedAtSeconds: webhooks.endedAtSeconds,
  endedBy: webhooks.endedBy,
  failures: webhooks.failures,
  previousSecretEndsAtSeconds: webhooks.previousSecretEndsAtSeconds,
};

/** One page of an issuer's webhooks, those in use first; those that ended stay for 30 days. */
export async function listWebhooks(
  { store }: Desk,
  issuer: string,
  page: number,
): Promise<{ readonly total: number; readonly webhooks: readonly ShownWebhook[] }> {
  const ofIssuer = eq(webhooks.issuer, issuer);
  const [[counted], found] = await store.batch([
    store.select({ total: count() }).from(webhooks).where(ofIssuer),
    store
      .select(SHOWN)
      .from(webhooks)
      .where(ofIssuer)
      .orderBy(
        sql`${webhooks.endedAtSeconds} is not null`,
        desc(webhooks.endedAtSeconds),
        asc(webhooks.createdAtSeconds),
        webhooks.id,
      )
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE),
  ]);
  return { total: counted?.total ?? 0, webhooks: found };
}

/** One webhook of the issuer; null where it has none of this id. */
export async function findWebhook(
  { store }: Desk,
  issuer: string,
  id: string,
): Promise<ShownWebhook | null> {
  const [found] = await store
    .select(SHOWN)
    .from(webhooks)
    .where(and(eq(webhooks.issuer, issuer), eq(webhooks.id, id)));
  return found ?? null;
}

export type ShownDelivery = Pick<
  typeof webhookDeliveries.$inferSelect,
  'id' | 'event' | 'createdAtSeconds' | 'attempts' | 'state' | 'lastAnswer' | 'lastAttemptAtSeconds'
>;

/** One page of a webhook's messages, newest first, and how many there are. */
export async function listDeliveries(
  { store }: Desk,
  webhookId: string,
  page: number,
): Promise<{ readonly total: number; readonly deliveries: readonly ShownDelivery[] }> {
  const ofWebhook = eq(webhookDeliveries.webhookId, webhookId);
  const [[counted], deliveries] = await store.batch([
    store.select({ total: count() }).from(webhookDeliveries).where(ofWebhook),
    store
      .select({
        id: webhookDeliveries.id,
        event: webhookDeliveries.event,
        createdAtSeconds: webhookDeliveries.createdAtSeconds,
        attempts: webhookDeliveries.attempts,
        state: webhookDeliveries.state,
        lastAnswer: webhookDeliveries.lastAnswer,
        lastAttemptAtSeconds: webhookDeliveries.lastAttemptAtSeconds,
      })
      .from(webhookDeliveries)
      .where(ofWebhook)
      .orderBy(desc(webhookDeliveries.createdAtSeconds), desc(sql`rowid`))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE),
  ]);
  return { total: counted?.total ?? 0, deliveries };
}
