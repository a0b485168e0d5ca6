import type { AuditAct } from '@laurel/core/audit-act';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Who did what for an issuer, and when. Rows are only ever added: triggers of the database refuse to
 * change or delete one. A person is a random key. Written by the desk.
 */
export const audit = sqliteTable(
  'audit',
  {
    id: text().primaryKey(),
    issuer: text().notNull(),
    /** A key of `auditPeople`. */
    actor: text().notNull(),
    act: text().$type<AuditAct>().notNull(),
    /** The id of what was acted on, or a key of `auditPeople` where that is a person. */
    subject: text().notNull(),
    /** What else there is to know: codes, numbers and days; never a name. */
    details: text({ mode: 'json' }).$type<Readonly<Record<string, string | number>>>(),
    atSeconds: integer('at_seconds').notNull(),
  },
  (table) => [index('audit_by_issuer').on(table.issuer, table.atSeconds)],
);

/**
 * Whom the random keys of an issuer's audit trail stand for. Deleting a row makes its entries nobody's,
 * and leaves the trail whole. Written by the desk.
 */
export const auditPeople = sqliteTable(
  'audit_people',
  {
    issuer: text().notNull(),
    accountId: text('account_id').notNull(),
    key: text().notNull().unique(),
  },
  (table) => [
    primaryKey({ columns: [table.issuer, table.accountId] }),
    index('audit_people_by_account').on(table.accountId),
  ],
);
