import type { Day } from '@laurel/core/day';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * That somebody may have a term of a role beyond its policy, until a day: why, and by whose word. The members of the issuer see it.
 * Written by the desk.
 */
export const termExceptions = sqliteTable(
  'term_exceptions',
  {
    id: text().primaryKey(),
    issuer: text().notNull(),
    achievementSlug: text('achievement_slug').notNull(),
    accountId: text('account_id').notNull(),
    why: text().notNull(),
    /** The last day that a term by it can have. */
    until: text().$type<Day>().notNull(),
    recordedBy: text('recorded_by').notNull(),
    recordedAtSeconds: integer('recorded_at_seconds').notNull(),
    /** From then on nothing more is awarded by it; what was awarded stays. */
    withdrawnAtSeconds: integer('withdrawn_at_seconds'),
  },
  (table) => [
    index('term_exceptions_by_account').on(table.accountId),
    index('term_exceptions_by_issuer').on(table.issuer, table.recordedAtSeconds, table.id),
  ],
);
