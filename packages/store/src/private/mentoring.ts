import type { AchievementTheme } from '@laurel/core/achievement-theme';
import type { LanguageTag } from '@laurel/core/language';
import type {
  HoursBand,
  MentoringSide,
  MentorshipState,
  TakenBackBy,
} from '@laurel/core/mentoring';
import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * That somebody mentors somebody, as one of them says and the other confirms. Never public; whom a mentor
 * mentors is never signed. Written by the desk.
 */
export const mentorships = sqliteTable(
  'mentorships',
  {
    id: text().primaryKey(),
    issuer: text().notNull(),
    achievementSlug: text('achievement_slug').notNull(),
    mentor: text().notNull(),
    /** Empty once they have erased themselves: what they confirmed stays confirmed. */
    mentee: text().notNull(),
    askedBy: text('asked_by').$type<MentoringSide>().notNull(),
    /** Days; an empty end is one that is not known, as it still goes on. */
    periodStart: text('period_start').notNull(),
    periodEnd: text('period_end').notNull(),
    languages: text({ mode: 'json' }).$type<readonly LanguageTag[]>().notNull(),
    themes: text({ mode: 'json' }).$type<readonly AchievementTheme[]>().notNull(),
    topics: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    hoursBand: text('hours_band').$type<HoursBand>().notNull(),
    /** The language that whoever asked reads. */
    language: text().notNull(),
    state: text().$type<MentorshipState>().notNull(),
    /** The mentee's wish: whether the issuer's reviewers may know their name. */
    namesMentee: integer('names_mentee', { mode: 'boolean' }).notNull(),
    askedAtSeconds: integer('asked_at_seconds').notNull(),
    /** Until then it can be confirmed, and after that be awarded. */
    lapsesAtSeconds: integer('lapses_at_seconds').notNull(),
    /** When whoever was asked confirmed or declined; null for what they never answered. */
    answeredAtSeconds: integer('answered_at_seconds'),
    confirmedAtSeconds: integer('confirmed_at_seconds'),
    /** Who does not want it confirmed or awarded any more; the other one is not told. */
    takenBackBy: text('taken_back_by').$type<TakenBackBy>(),
    /** When one of the two said that it is over. */
    endedAtSeconds: integer('ended_at_seconds'),
    decidedBy: text('decided_by'),
    decidedAtSeconds: integer('decided_at_seconds'),
    /** The reviewer's kind words to the mentor, where it was not awarded. */
    answer: text(),
    batchId: text('batch_id'),
  },
  (table) => [
    index('mentorships_by_mentor').on(table.mentor),
    index('mentorships_by_mentee').on(table.mentee),
    index('mentorships_by_issuer').on(table.issuer, table.state),
    index('mentorships_lapsing').on(table.lapsesAtSeconds),
    index('mentorships_taken_back').on(table.takenBackBy).where(sql`taken_back_by is not null`),
    index('mentorships_declined').on(table.answeredAtSeconds).where(sql`state = 'declined'`),
    index('mentorships_decided').on(table.decidedAtSeconds),
    check(
      'mentorship_in_order',
      sql`${table.periodEnd} = '' or ${table.periodStart} <= ${table.periodEnd}`,
    ),
    check('mentorship_of_two', sql`${table.mentor} <> ${table.mentee}`),
  ],
);

/** The achievements that an issuer awards for mentoring. Written by the desk. */
export const mentorAchievements = sqliteTable(
  'mentor_achievements',
  { issuer: text().notNull(), achievementSlug: text('achievement_slug').notNull() },
  (table) => [primaryKey({ columns: [table.issuer, table.achievementSlug] })],
);

/** How many people a mentor wants to mentor at most. Seen by nobody else. Written by the desk. */
export const mentorLimits = sqliteTable('mentor_limits', {
  accountId: text('account_id').primaryKey(),
  most: integer().notNull(),
  /** The mentor's wish: whoever wants to ask them is told when they take no more at present. */
  tells: integer({ mode: 'boolean' }).notNull(),
});

/**
 * Whose asks for mentoring somebody does not want to see. Whoever asks is not told. Written by the desk.
 */
export const mutedPeople = sqliteTable(
  'muted_people',
  {
    id: text().primaryKey(),
    accountId: text('account_id').notNull(),
    muted: text().notNull(),
    sinceSeconds: integer('since_seconds').notNull(),
  },
  (table) => [
    index('muted_people_by_account').on(table.accountId, table.muted),
    index('muted_people_by_muted').on(table.muted),
  ],
);
