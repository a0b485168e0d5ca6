import type { WebhookEventType } from '@laurel/core/webhook-event';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Where an issuer wants to be told of what happens. Written by the desk. */
export const webhooks = sqliteTable(
  'webhooks',
  {
    id: text().primaryKey(),
    issuer: text().notNull(),
    url: text().notNull(),
    /** `whsec_` and base64 (Standard Webhooks, "Signature scheme"). Told once. */
    secret: text().notNull(),
    events: text({ mode: 'json' }).$type<readonly WebhookEventType[]>().notNull(),
    createdBy: text('created_by').notNull(),
    createdAtSeconds: integer('created_at_seconds').notNull(),
    /** Null while it is in use. */
    endedAtSeconds: integer('ended_at_seconds'),
  },
  (table) => [index('webhooks_by_issuer').on(table.issuer)],
);

/** One message to one webhook, and how its delivery goes. Holds ids and no names. Written by the desk. */
export const webhookDeliveries = sqliteTable(
  'webhook_deliveries',
  {
    id: text().primaryKey(),
    webhookId: text('webhook_id').notNull(),
    event: text().$type<WebhookEventType>().notNull(),
    /** The body, byte for byte as it is signed and sent. */
    body: text().notNull(),
    createdAtSeconds: integer('created_at_seconds').notNull(),
    attempts: integer().notNull(),
    state: text().$type<'waiting' | 'delivered' | 'given_up'>().notNull(),
    /** How the last attempt ended: a status code, or a word for what kept it from one. */
    lastAnswer: text('last_answer'),
    lastAttemptAtSeconds: integer('last_attempt_at_seconds'),
  },
  (table) => [index('webhook_deliveries_by_webhook').on(table.webhookId, table.createdAtSeconds)],
);
