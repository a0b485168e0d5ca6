import { dayOf } from '@laurel/core/day';
import { inSet } from '@laurel/store/in-set';
import { badgeFeed, credentials, logSalts, shownBefore } from '@laurel/store/public/schema';
import { and, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { amongDatabases } from '../databases.ts';
import { endWhatEmbeds } from '../endorsements/embedding.ts';
import type { Signing } from '../env.ts';
import { publishChangedStatusLists } from '../status/publish.ts';
import { settingEntry } from '../status/set.ts';

/** Credentials that are erased together: seven statements each. */
const MAX_PER_TRANSACTION = 20;

/**
 * Erases what was signed, as it may hold a name, what lists it or would again, and what leads to it in the log, and sets the status
 * bits, so that copies are answered honestly. Nameless tombstones stay. What was revoked stays revoked. What endorses any of them goes with it,
 * and what holds an endorsement among them.
 * Credentials that are not public, or were erased before, are left out. May be repeated.
 */
export async function eraseBytes(signing: Signing, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await eraseAlone(signing, [...ids, ...(await endWhatEmbeds(signing, ids))]);
}

/** The same, but for what holds an endorsement among them. */
export async function eraseAlone(signing: Signing, ids: readonly string[]): Promise<void> {
  for (const one of amongDatabases(signing, ids)) await eraseHere(one.of, one.ids);
}

async function eraseHere(signing: Signing, ids: readonly string[]): Promise<void> {
  const { publicStore, nowSeconds } = signing;
  const rows = await publicStore
    .select({ id: credentials.id, list: credentials.statusList, index: credentials.statusIndex })
    .from(credentials)
    .where(
      and(
        or(inArray(credentials.id, inSet(ids)), inArray(credentials.endorses, inSet(ids))),
        isNotNull(credentials.document),
      ),
    );
  for (let at = 0; at < rows.length; at += MAX_PER_TRANSACTION) {
    const [first, ...rest] = rows
      .slice(at, at + MAX_PER_TRANSACTION)
      .flatMap((row): BatchItem<'sqlite'>[] => [
        publicStore
          .update(credentials)
          .set({
            document: null,
            joseJwt: null,
            rsaJwt: null,
            state: sql`case ${credentials.state} when 'revoked' then 'revoked' else 'withdrawn' end`,
            stateSince: sql`case ${credentials.state} when 'revoked' then ${credentials.stateSince} else ${dayOf(nowSeconds)} end`,
            supersededBy: null,
            term: null,
          })
          .where(eq(credentials.id, row.id)),
        publicStore.delete(badgeFeed).where(eq(badgeFeed.credentialId, row.id)),
        publicStore.delete(shownBefore).where(eq(shownBefore.id, row.id)),
        publicStore.delete(logSalts).where(eq(logSalts.credential, row.id)),
        ...settingEntry(signing, row),
      ]);
    if (first !== undefined) await publicStore.batch([first, ...rest]);
  }
  await publishChangedStatusLists(signing);
}
