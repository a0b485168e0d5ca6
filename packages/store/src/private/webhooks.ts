import type { WebhookEventType, WebhookMessageType } from '@laurel/core/webhook-event';
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** Where an issuer wants to be told of what happens. Written by the desk. */
export const webhooks = sqliteTable(
  'webhooks',
  {
    id: text().primaryKey(),
    issuer: text().notNull(),
    url: text().notNull(),
    /** `whsec_` and base64 (Standard Webhooks, "Signature scheme"). Told once; empty once ended. */
    secret: text().notNull(),
    /** The one before the last roll, which signs too until the moment beside it. */
    previousSecret: text('previous_secret'),
    previousSecretEndsAtSeconds: integer('previous_secret_ends_at_seconds'),
    events: text({ mode: 'json' }).$type<readonly WebhookEventType[]>().notNull(),
    createdBy: text('created_by').notNull(),
    createdAtSeconds: integer('created_at_seconds').notNull(),
    /** Null while it is in use. */
    endedAtSeconds: integer('ended_at_seconds'),
    /** By a member, or by its receiver, which answered that it is gone (410). */
    endedBy: text('ended_by').$type<'member' | 'receiver'>(),
    /** Attempts in a row that failed, over all its messages. */
    failures: integer().notNull().default(0),
    /** Nothing is sent to it until then, as it failed too often. */
    heldUntilSeconds: integer('held_until_seconds').notNull().default(0),
  },
  (table) => [index('webhooks_by_issuer').on(table.issuer)],
);

/**
 * One message to one webhook, and how its delivery goes: written in one transaction with what it tells
 * of, and worked like the outbox, but apart from it. Holds ids and no names. Written by the desk.
 */
export const webhookDeliveries = sqliteTable(
  'webhook_deliveries',
  {
    /** Sent as `webhook-id`: the same with every attempt. */
    id: text().primaryKey(),
    webhookId: text('webhook_id').notNull(),
    event: text().$type<WebhookMessageType>().notNull(),
    /** The award or credential that it tells of, each once; null for a test. */
    subject: text(),
    /** The body, byte for byte as it is signed and sent. */
    body: text().notNull(),
    createdAtSeconds: integer('created_at_seconds').notNull(),
    /** Not sent before. */
    dueAtSeconds: integer('due_at_seconds').notNull().default(0),
    /** Until then somebody is at it; 0 while nobody is. */
    leasedUntilSeconds: integer('leased_until_seconds').notNull().default(0),
    attempts: integer().notNull(),
    state: text().$type<'waiting' | 'delivered' | 'given_up'>().notNull(),
    /** How the last attempt ended: a status code, or a word for what kept it from one. */
    lastAnswer: text('last_answer'),
    lastAttemptAtSeconds: integer('last_attempt_at_seconds'),
  },
  (table) => [
    uniqueIndex('webhook_deliveries_once').on(table.webhookId, table.event, table.subject),
    index('webhook_deliveries_by_webhook').on(table.webhookId, table.createdAtSeconds),
    index('webhook_deliveries_due').on(table.dueAtSeconds).where(sql`state = 'waiting'`),
    index('webhook_deliveries_ending').on(table.createdAtSeconds),
  ],
);
