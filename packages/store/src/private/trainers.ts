import type { TrainerBeginning, TrainerState } from '@laurel/core/trainer';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What whoever completes a training of an issuer may award from then on. Written by the desk. */
export const trainerRules = sqliteTable(
  'trainer_rules',
  {
    issuer: text().notNull(),
    /** The training. */
    achievementSlug: text('achievement_slug').notNull(),
    /** Slugs of other achievements of the issuer; never of one that has a rule itself. */
    mayAward: text('may_award', { mode: 'json' }).$type<readonly string[]>().notNull(),
    months: integer().notNull(),
    begins: text().$type<TrainerBeginning>().notNull(),
    setBy: text('set_by').notNull(),
    setAtSeconds: integer('set_at_seconds').notNull(),
  },
  (table) => [primaryKey({ columns: [table.issuer, table.achievementSlug] })],
);

/** That an account may award some achievements of an issuer, as it completed a training. Written by the desk. */
export const trainers = sqliteTable(
  'trainers',
  {
    /** Of the training; nothing holds while that does not stand. */
    awardId: text('award_id').primaryKey(),
    issuer: text().notNull(),
    accountId: text('account_id').notNull(),
    state: text().$type<TrainerState>().notNull(),
    /** As it was said before the training was accepted. */
    mayAward: text('may_award', { mode: 'json' }).$type<readonly string[]>().notNull(),
    months: integer().notNull(),
    /** 0 until it was given. */
    endsAtSeconds: integer('ends_at_seconds').notNull(),
    /** The admin who gave it, or said that it begins by itself; empty until then. */
    grantedBy: text('granted_by').notNull(),
    createdAtSeconds: integer('created_at_seconds').notNull(),
  },
  (table) => [
    index('trainers_by_issuer').on(table.issuer),
    index('trainers_by_account').on(table.accountId),
  ],
);
