import type { ReminderDays } from '@laurel/core/term-reminder';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** That the end of a term is near: once for its holder and once for the issuer's admins. Written by the desk. */
export const termReminders = sqliteTable(
  'term_reminders',
  {
    awardId: text('award_id').notNull(),
    days: integer().$type<ReminderDays>().notNull(),
    whom: text().$type<'holder' | 'issuer'>().notNull(),
    issuer: text().notNull(),
    raisedAtSeconds: integer('raised_at_seconds').notNull(),
    /** Null until somebody has put it away. */
    notedAtSeconds: integer('noted_at_seconds'),
  },
  (table) => [
    primaryKey({ columns: [table.awardId, table.days, table.whom] }),
    index('term_reminders_by_issuer').on(table.issuer, table.whom),
  ],
);

/** An address at which a calendar program finds ends of terms. Written by the desk. */
export const calendarFeeds = sqliteTable(
  'calendar_feeds',
  {
    /** SHA-256, hex. */
    tokenHash: text('token_hash').primaryKey(),
    accountId: text('account_id').notNull(),
    /** The issuer whose terms it has; empty for the account's own. */
    issuer: text().notNull(),
    madeAtSeconds: integer('made_at_seconds').notNull(),
  },
  (table) => [index('calendar_feeds_by_account').on(table.accountId, table.issuer)],
);
