import type { LanguageMap } from '@laurel/core/language';
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** The one name that somebody gave of themselves, by the language of each writing. Written by the desk. */
export const declaredNames = sqliteTable('declared_names', {
  accountId: text('account_id').primaryKey(),
  writings: text({ mode: 'json' }).$type<LanguageMap>().notNull(),
  /** When it was given, or last changed. */
  sinceSeconds: integer('since_seconds').notNull(),
});

export type NameChangeState = 'waiting' | 'approved' | 'refused' | 'taken_back';

/** That somebody asks to have their declared name changed, which a steward decides. Written by the desk. */
export const nameChanges = sqliteTable(
  'name_changes',
  {
    id: text().primaryKey(),
    accountId: text('account_id').notNull(),
    /** All writings as they shall be; null once it does not wait any more, as a former name may be a secret. */
    writings: text({ mode: 'json' }).$type<LanguageMap>(),
    /** The holder's words to the stewards; null with the writings. */
    why: text(),
    state: text().$type<NameChangeState>().notNull(),
    askedAtSeconds: integer('asked_at_seconds').notNull(),
    /** The steward's words to the holder. */
    answer: text(),
    decidedBy: text('decided_by'),
    decidedAtSeconds: integer('decided_at_seconds'),
  },
  (table) => [
    uniqueIndex('name_changes_one_waits').on(table.accountId).where(sql`state = 'waiting'`),
    index('name_changes_by_account').on(table.accountId, table.askedAtSeconds),
    index('name_changes_by_state').on(table.state, table.askedAtSeconds),
    check(
      'name_while_waiting',
      sql`(${table.state} = 'waiting') = (${table.writings} is not null)
        and (${table.writings} is null) = (${table.why} is null)`,
    ),
  ],
);
