import type { AuditAct } from '@laurel/core/audit-act';
import { audit, auditPeople } from '@laurel/store/private/desk';
import { sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { freshId } from '../fresh-id.ts';

export type AuditEntry = {
  readonly issuer: string;
  /** The account that acted. It is not written: a random key stands for it. */
  readonly actor: string;
  readonly act: AuditAct;
  /** The id of what was acted on; a person as `{ account }`, who is then a random key too. */
  readonly subject: string | { readonly account: string };
  /** Codes, numbers and days; never a name. */
  readonly details?: Readonly<Record<string, string | number>>;
};

/**
 * Statements for the transaction that does what the entry tells, in this order: `before` what is done,
 * `after` it. With `ifChanged`, nothing is told where the statement between the two changed no row.
 */
export function auditing(
  { store, nowSeconds }: Desk,
  { issuer, actor, act, subject, details }: AuditEntry,
  { ifChanged = false }: { readonly ifChanged?: boolean } = {},
) {
  const person = typeof subject === 'string' ? null : subject.account;
  const people = [actor, ...(person === null ? [] : [person])];
  const keyOf = (accountId: string) =>
    sql`(select key from ${auditPeople} where issuer = ${issuer} and account_id = ${accountId})`;
  return {
    before: store
      .insert(auditPeople)
      .values(people.map((accountId) => ({ issuer, accountId, key: freshId() })))
      .onConflictDoNothing(),
    after: store.insert(audit).select(sql`
      select ${freshId()}, ${issuer}, ${keyOf(actor)}, ${act},
        ${typeof subject === 'string' ? subject : keyOf(subject.account)},
        ${details === undefined ? null : JSON.stringify(details)}, ${nowSeconds}
      where ${ifChanged ? sql`changes() > 0` : sql`true`}`),
  };
}
