import type { IssuerKind, LogoReference, Vouch } from '@laurel/core/issuer';
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
  /** Who answers for it; null for an issuer that no steward has reviewed. */
  vouch: text({ mode: 'json' }).$type<Vouch>(),
  logo: text({ mode: 'json' }).$type<LogoReference>(),
  createdAtSeconds: integer('created_at_seconds').notNull(),
});

/** The bytes of issuers' own logos, checked before they came here. Written by the signer alone. */
export const issuerLogos = sqliteTable('issuer_logos', {
  issuer: text().primaryKey(),
  /** base64 */
  bytes: text().notNull(),
});
