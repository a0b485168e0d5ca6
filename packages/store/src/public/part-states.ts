import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * What was last noted of parts of the deployment that the signer looks at, and when its schedules ticked: whether they were well, and
 * since when that is so. Nothing of people. Written by the signer alone.
 */
export const partStates = sqliteTable('part_states', {
  part: text().primaryKey(),
  ok: integer({ mode: 'boolean' }).notNull(),
  sinceSeconds: integer('since_seconds').notNull(),
  seenAtSeconds: integer('seen_at_seconds').notNull(),
});
