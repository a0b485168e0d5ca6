import type { ReportReason } from '@laurel/core/award-report';
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

export type AwardReportState = 'waiting' | 'answered';

/**
 * That somebody tells the stewards what is wrong with an award of theirs. Its issuer never learns of it.
 * Written by the desk.
 */
export const awardReports = sqliteTable(
  'award_reports',
  {
    id: text().primaryKey(),
    /** It may have lapsed since: what it was about is kept here. */
    awardId: text('award_id').notNull(),
    accountId: text('account_id').notNull(),
    issuer: text().notNull(),
    achievementId: text('achievement_id').notNull(),
    reason: text().$type<ReportReason>().notNull(),
    /** What they say of it; empty where they chose a reason alone. */
    words: text().notNull(),
    state: text().$type<AwardReportState>().notNull(),
    reportedAtSeconds: integer('reported_at_seconds').notNull(),
    /** The steward's words to whoever reported. */
    answer: text(),
    decidedBy: text('decided_by'),
    decidedAtSeconds: integer('decided_at_seconds'),
  },
  (table) => [
    uniqueIndex('award_reports_one_waits')
      .on(table.accountId, table.awardId)
      .where(sql`state = 'waiting'`),
    index('award_reports_by_account').on(table.accountId, table.reportedAtSeconds),
    index('award_reports_by_state').on(table.state, table.reportedAtSeconds),
    index('award_reports_ended').on(table.decidedAtSeconds),
    check(
      'answered_has_answer',
      sql`(${table.state} = 'answered') = (${table.answer} is not null)`,
    ),
  ],
);
