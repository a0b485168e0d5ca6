import type { Day } from '@laurel/core/day';
import type { ShareOutState } from '@laurel/core/share-out';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** A promise to share what somebody learned, made by accepting an award, and its keeping. Written by the desk. */
export const shareOuts = sqliteTable(
  'share_outs',
  {
    /** The award that it was promised with. */
    awardId: text('award_id').primaryKey(),
    issuer: text().notNull(),
    accountId: text('account_id').notNull(),
    /** What recognises it. */
    achievementSlug: text('achievement_slug').notNull(),
    until: text().$type<Day>().notNull(),
    state: text().$type<ShareOutState>().notNull(),
    createdAtSeconds: integer('created_at_seconds').notNull(),
    /** Where it can be seen or read, and in which language; null until it was given. */
    url: text(),
    language: text(),
    givenAtSeconds: integer('given_at_seconds'),
    /** What a reviewer wrote when asking for it again; empty where nobody did. */
    answer: text().notNull().default(''),
    decidedBy: text('decided_by').notNull().default(''),
    decidedAtSeconds: integer('decided_at_seconds'),
    /** The reminder that its holder has put away, in days before the day. */
    putAwayDays: integer('put_away_days'),
  },
  (table) => [
    index('share_outs_by_issuer').on(table.issuer, table.state),
    index('share_outs_by_account').on(table.accountId),
  ],
);
