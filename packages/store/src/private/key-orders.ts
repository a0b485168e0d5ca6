import type { KeyAct, KeyOutcome } from '@laurel/core/key-order';
import type { KeyAlgorithm } from '@laurel/core/verification-key';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * What a steward, or whoever runs the deployment, asks the signer to do with keys. An order is never
 * changed. Written by the desk, and by `npm run keys`.
 */
export const keyOrders = sqliteTable(
  'key_orders',
  {
    id: text().primaryKey(),
    act: text().$type<KeyAct>().notNull(),
    issuer: text().notNull(),
    /** The key that was stolen; null for an order to rotate. */
    keyId: text('key_id'),
    /** Rotates the keys of this algorithm alone; null for all. */
    algorithm: text().$type<KeyAlgorithm>(),
    /** Since when a stolen key cannot be trusted; null for an order to rotate. */
    sinceSeconds: integer('since_seconds'),
    orderedAtSeconds: integer('ordered_at_seconds').notNull(),
  },
  (table) => [index('key_orders_by_issuer').on(table.issuer, table.orderedAtSeconds)],
);

/** What became of orders: one row once it is carried out. Written by the signer alone. */
export const keyOrderOutcomes = sqliteTable('key_order_outcomes', {
  orderId: text('order_id').primaryKey(),
  outcome: text().$type<KeyOutcome>().notNull(),
  atSeconds: integer('at_seconds').notNull(),
});
