import { sql } from 'drizzle-orm';
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Credentials that a holder shows together, on purpose. Leads from a collection to its credentials and never
 * back: no index finds a collection by a credential. Whose it is stands in PRIVATE. Written by the signer alone.
 */
export const collections = sqliteTable(
  'collections',
  {
    id: text().primaryKey(),
    title: text().notNull(),
    /** What the holder says before it; may be empty. */
    words: text().notNull(),
    /** Ids of credentials, in the holder's order. */
    members: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    /** The holder's wish: whether its link answers. */
    visible: integer({ mode: 'boolean' }).notNull(),
    /** Grows with each edit, so that of two edits at once the second is refused. */
    revision: integer().notNull().default(0),
  },
  (table) => [check('members_are_a_list', sql`json_type(${table.members}) = 'array'`)],
);

/** What a link led to: a page of a credential, a collection, or a list under a user name. */
export const SHOWN_THINGS = ['credential', 'collection', 'listed'] as const;
export type ShownThing = (typeof SHOWN_THINGS)[number];

/**
 * What was on when its holder hid everything, so that exactly that can be brought back. Written in the same
 * transaction. Written by the signer alone.
 */
export const shownBefore = sqliteTable(
  'shown_before',
  {
    thing: text().$type<ShownThing>().notNull(),
    /** Of the credential or the collection. */
    id: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.thing, table.id] })],
);

/** Credentials whose link a fresh one has replaced: it stays off for ever. Written by the signer alone. */
export const retiredLinks = sqliteTable('retired_links', {
  credentialId: text('credential_id').primaryKey(),
});
