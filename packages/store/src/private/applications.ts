import type { LanguageMap } from '@laurel/core/language';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export type ApplicationState = 'waiting' | 'accepted' | 'refused' | 'withdrawn';

/** Somebody to turn to about an issuer: an account, resolved when the application was made. */
export type Contact = {
  readonly accountId: string;
  /** As it is called now; null where it has no name any more. */
  readonly username: string | null;
};

/** That an affiliate, event team or programme asks to become an issuer. Written by the desk. */
export const applications = sqliteTable(
  'applications',
  {
    id: text().primaryKey(),
    applicant: text().notNull(),
    slug: text().notNull(),
    names: text({ mode: 'json' }).$type<LanguageMap>().notNull(),
    descriptions: text({ mode: 'json' }).$type<LanguageMap>().notNull(),
    /** A permalink to the edit on the affiliate's page by which it shows that it asks. */
    proofUrl: text('proof_url').notNull(),
    contacts: text({ mode: 'json' }).$type<readonly Contact[]>().notNull(),
    state: text().$type<ApplicationState>().notNull(),
    /** The steward's words to the applicant. */
    answer: text(),
    decidedBy: text('decided_by'),
    decidedAtSeconds: integer('decided_at_seconds'),
    createdAtSeconds: integer('created_at_seconds').notNull(),
  },
  (table) => [
    index('applications_by_state').on(table.state, table.createdAtSeconds),
    index('applications_by_applicant').on(table.applicant),
  ],
);

/** Accounts that review issuers, besides those that the deployment's settings name. Written by the desk. */
export const stewards = sqliteTable('stewards', {
  accountId: text('account_id').primaryKey(),
  addedBy: text('added_by').notNull(),
  addedAtSeconds: integer('added_at_seconds').notNull(),
  endsAtSeconds: integer('ends_at_seconds').notNull(),
});
