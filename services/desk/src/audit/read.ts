import type { AuditAct } from '@laurel/core/audit-act';
import { writeCsv } from '@laurel/sheet/write-csv';
import { accounts, audit, auditPeople } from '@laurel/store/private/desk';
import { and, count, desc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Desk } from '../env.ts';
import { PAGE_SIZE } from '../page/paging.tsx';

/** Entries that one export holds; older ones are asked for by their page. */
const MAX_EXPORTED = 10_000;

export type AuditRecord = {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The random key of who acted. */
  readonly actor: string;
  readonly act: AuditAct;
  /** What was acted on: an id, or the random key of a person. */
  readonly subject: string;
  readonly details: Readonly<Record<string, string | number>>;
};

/** An entry with who acted, and on whom, as far as it is known. */
export type NamedRecord = AuditRecord & {
  /** Null where the key is nobody's any more, or where they never logged in. */
  readonly username: string | null;
  /** Whom the key still stands for; null where it is nobody's any more. */
  readonly accountId: string | null;
  /** The same two of the subject; both null where that is no person. */
  readonly subjectUsername: string | null;
  readonly subjectAccountId: string | null;
};

const subjects = alias(auditPeople, 'subjects');
const subjectAccounts = alias(accounts, 'subject_accounts');

/** One page of an issuer's audit trail, newest first, and how many entries there are. */
export async function readAudit(
  { store }: Desk,
  issuer: string,
  page: number,
): Promise<{ readonly total: number; readonly entries: readonly NamedRecord[] }> {
  const ofIssuer = eq(audit.issuer, issuer);
  const [[all], rows] = await store.batch([
    store.select({ total: count() }).from(audit).where(ofIssuer),
    store
      .select({
        entry: audit,
        username: accounts.username,
        accountId: auditPeople.accountId,
        // Named, as a batch’s answers have one value for each name of a column.
        subjectUsername: sql<string | null>`subject_accounts.username`.as('subject_username'),
        subjectAccountId: sql<string | null>`subjects.account_id`.as('subject_account_id'),
      })
      .from(audit)
      .leftJoin(auditPeople, and(eq(auditPeople.issuer, issuer), eq(auditPeople.key, audit.actor)))
      .leftJoin(accounts, eq(accounts.id, auditPeople.accountId))
      .leftJoin(subjects, and(eq(subjects.issuer, issuer), eq(subjects.key, audit.subject)))
      .leftJoin(subjectAccounts, eq(subjectAccounts.id, subjects.accountId))
      .where(ofIssuer)
      .orderBy(desc(audit.atSeconds), desc(sql`audit.rowid`))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE),
  ]);
  return {
    total: all?.total ?? 0,
    entries: rows.map(({ entry, ...people }) => ({ ...recordOf(entry), ...people })),
  };
}

/** The newest entries of an issuer's audit trail, oldest of them first, with keys instead of people. */
export async function exportAudit(
  { store }: Desk,
  issuer: string,
): Promise<readonly AuditRecord[]> {
  const rows = await store
    .select()
    .from(audit)
    .where(eq(audit.issuer, issuer))
    .orderBy(desc(audit.atSeconds), desc(sql`rowid`))
    .limit(MAX_EXPORTED);
  return rows.reverse().map(recordOf);
}

/** The same as JSON Lines: one entry a line. */
export function auditLines(records: readonly AuditRecord[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

/** The same as CSV. */
export function auditCsv(records: readonly AuditRecord[]): string {
  return writeCsv([
    ['id', 'at', 'actor', 'act', 'subject', 'details'],
    ...records.map(({ id, at, actor, act, subject, details }) => [
      id,
      at,
      actor,
      act,
      subject,
      JSON.stringify(details),
    ]),
  ]);
}

function recordOf({
  id,
  atSeconds,
  actor,
  act,
  subject,
  details,
}: typeof audit.$inferSelect): AuditRecord {
  const at = new Date(atSeconds * 1000).toISOString();
  return { id, at, actor, act, subject, details: details ?? {} };
}
