import type { IssuerKind } from '@laurel/core/issuer';
import type { LanguageMap } from '@laurel/core/language';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The public face of each issuer. Written by the signer alone. */
export const issuers = sqliteTable('issuers', {
  slug: text().primaryKey(),
  kind: text().$type<IssuerKind>().notNull(),
  /** Invented, for a development deployment; pages and certificates say so. */
  demonstration: integer({ mode: 'boolean' }).notNull(),
  names: text({ mode: 'json' }).$type<LanguageMap>().notNull(),
  descriptions: text({ mode: 'json' }).$type<LanguageMap>().notNull(),
  createdAtSeconds: integer('created_at_seconds').notNull(),
});
