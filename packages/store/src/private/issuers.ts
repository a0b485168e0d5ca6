import type { IssuerKind, Vouch } from '@laurel/core/issuer';
import type { LanguageMap } from '@laurel/core/language';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * The desk's own copy of the issuers that it may act for: it does not read what is public. Written by
 * the desk.
 */
export const deskIssuers = sqliteTable('desk_issuers', {
  slug: text().primaryKey(),
  names: text({ mode: 'json' }).$type<LanguageMap>().notNull(),
  descriptions: text({ mode: 'json' }).$type<LanguageMap>().notNull().default({}),
  kind: text().$type<IssuerKind>().notNull(),
  /** Invented, for a development deployment; pages say so. */
  demonstration: integer({ mode: 'boolean' }).notNull(),
  /** Who answers for it; null for an issuer that no steward has reviewed. */
  vouch: text({ mode: 'json' }).$type<Vouch>(),
});
