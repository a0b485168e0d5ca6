import type { LanguageMap } from '@laurel/core/language';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What an issuer says and asks of whoever leaves a role of its own. Written by the desk. */
export const leavings = sqliteTable(
  'leavings',
  {
    issuer: text().notNull(),
    achievementSlug: text('achievement_slug').notNull(),
    /** Words of thanks; empty where ours are said. */
    thanks: text({ mode: 'json' }).$type<LanguageMap>().notNull(),
    /** What is to be handed over, in order. */
    items: text({ mode: 'json' }).$type<readonly LanguageMap[]>().notNull(),
    /** Whether a whole hand-over is thanked by an offer without another confirmation. */
    offersAward: integer('offers_award', { mode: 'boolean' }).notNull(),
    updatedBy: text('updated_by').notNull(),
    updatedAtSeconds: integer('updated_at_seconds').notNull(),
  },
  (table) => [primaryKey({ columns: [table.issuer, table.achievementSlug] })],
);

/** That the holder of a role hands it over. Written by the desk. */
export const handOvers = sqliteTable(
  'hand_overs',
  {
    awardId: text('award_id').primaryKey(),
    issuer: text().notNull(),
    begunAtSeconds: integer('begun_at_seconds').notNull(),
    /** Null until it was thanked by an award. */
    thankedAtSeconds: integer('thanked_at_seconds'),
  },
  (table) => [index('hand_overs_by_issuer').on(table.issuer, table.begunAtSeconds)],
);

/** One thing to be handed over: done once both its holder and a member of the issuer say so. Written by the desk. */
export const handOverItems = sqliteTable(
  'hand_over_items',
  {
    awardId: text('award_id').notNull(),
    /** From 0. */
    place: integer().notNull(),
    texts: text({ mode: 'json' }).$type<LanguageMap>().notNull(),
    /** True for what its holder has added. */
    own: integer({ mode: 'boolean' }).notNull(),
    holderTickedAtSeconds: integer('holder_ticked_at_seconds'),
    memberTickedAtSeconds: integer('member_ticked_at_seconds'),
  },
  (table) => [primaryKey({ columns: [table.awardId, table.place] })],
);
