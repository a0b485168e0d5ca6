import { dayOf } from '@laurel/core/day';
import type { Failure } from '@laurel/core/failure';
import type { Result } from '@laurel/core/result';
import { badgeFeed, credentials, logSalts } from '@laurel/store/public/schema';
import { eq, sql } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { publishChangedStatusLists } from '../status/publish.ts';
import { settingEntry } from '../status/set.ts';
import { mustHold } from './held.ts';
import { standPredecessors } from './stand.ts';

/**
 * Erases what was signed, as it may hold a name, and what leads to it in the log, and sets the status bit, so that copies are answered
 * honestly. A nameless tombstone stays. A revoked credential stays revoked. May be repeated.
 */
export async function withdraw(
  signing: Signing,
  credentialId: string,
  holderAccountId: string,
): Promise<Result<null, Failure>> {
  const held = await mustHold(signing, credentialId, holderAccountId);
  if (!held.ok) return held;
  const [row] = await signing.publicStore
    .select({
      document: credentials.document,
      list: credentials.statusList,
      index: credentials.statusIndex,
    })
    .from(credentials)
    .where(eq(credentials.id, credentialId));
  if (row === undefined) throw new Error('a released intent without its credential');
  if (row.document === null) return held;
  await signing.publicStore.batch([
    signing.publicStore
      .update(credentials)
      .set({
        document: null,
        joseJwt: null,
        rsaJwt: null,
        state: sql`case ${credentials.state} when 'revoked' then 'revoked' else 'withdrawn' end`,
        stateSince: sql`case ${credentials.state} when 'revoked' then ${credentials.stateSince} else ${dayOf(signing.nowSeconds)} end`,
        supersededBy: null,
      })
      .where(eq(credentials.id, credentialId)),
    signing.publicStore.delete(badgeFeed).where(eq(badgeFeed.credentialId, credentialId)),
    signing.publicStore.delete(logSalts).where(eq(logSalts.credential, credentialId)),
    ...settingEntry(signing, row),
  ]);
  await publishChangedStatusLists(signing);
  await standPredecessors(signing, [credentialId]);
  return held;
}
