import { audit, auditPeople } from '@laurel/store/private/desk';
import { and, asc, eq, gt, or, sql } from 'drizzle-orm';
import type { Desk } from '../../env.ts';
import { readable } from './readable.ts';

/** Entries that are read at a time: some 300 bytes each. */
const PAGE_ENTRIES = 2_000;

/**
 * The entries of audit trails that somebody made or that are about them, oldest first, and the keys that stand
 * for them there. Of others it says no more than that it was somebody.
 */
export async function keptTrail(desk: Desk, accountId: string) {
  const keys = await desk.store
    .select({ issuer: auditPeople.issuer, key: auditPeople.key })
    .from(auditPeople)
    .where(eq(auditPeople.accountId, accountId));
  const entries: Awaited<ReturnType<typeof pageAfter>>[number][] = [];
  let after = '';
  for (;;) {
    const page = await pageAfter(desk, accountId, after);
    entries.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE_ENTRIES) break;
    after = last.id;
  }
  return {
    keys,
    entries: entries
      .toSorted((one, other) => one.atSeconds - other.atSeconds)
      .map(({ id: _, ...entry }) => readable(entry)),
  };
}

async function pageAfter({ store }: Desk, accountId: string, after: string) {
  const own = sql`(select key from audit_people where account_id = ${accountId})`;
  return store
    .select({
      id: audit.id,
      issuer: audit.issuer,
      atSeconds: audit.atSeconds,
      act: audit.act,
      by: sql<string>`iif(${audit.actor} in ${own}, 'you', 'somebody')`,
      subject: sql<string>`case when ${audit.subject} in ${own} then 'you'
        when exists (select 1 from audit_people where key = ${audit.subject}) then 'somebody'
        else ${audit.subject} end`,
      details: audit.details,
    })
    .from(audit)
    .where(
      and(gt(audit.id, after), or(sql`${audit.actor} in ${own}`, sql`${audit.subject} in ${own}`)),
    )
    .orderBy(asc(audit.id))
    .limit(PAGE_ENTRIES);
}
