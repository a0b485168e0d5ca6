import { MAX_REVOKED_AWARDS } from '@laurel/contracts/signer-rpc';
import { dayOf } from '@laurel/core/day';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { inSet } from '@laurel/store/in-set';
import { awards, intents } from '@laurel/store/private/schema';
import { credentials } from '@laurel/store/public/schema';
import { and, eq, inArray, ne } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { amongDatabases } from '../databases.ts';
import type { Signing } from '../env.ts';
import { publishChangedStatusLists } from '../status/publish.ts';
import { settingEntry } from '../status/set.ts';
import { eraseAlone } from './erase-bytes.ts';

/** Credentials that are revoked together: four statements each. */
const MAX_PER_TRANSACTION = 25;

/** Revokes every credential of an award that stands as revoked in PRIVATE. May be repeated. */
export async function revokeAward(
  signing: Signing,
  awardId: string,
): Promise<Result<null, Failure>> {
  const [award] = await signing.privateStore
    .select({ state: awards.state })
    .from(awards)
    .where(eq(awards.id, awardId));
  if (award === undefined) return refuse({ reason: 'award_unknown' });
  if (award.state !== 'revoked') {
    return refuse({ reason: 'award_not_in_state', wanted: ['revoked'] });
  }
  const made = await signing.privateStore
    .select({ id: intents.credentialId })
    .from(intents)
    .where(and(eq(intents.awardId, awardId), ne(intents.state, 'abandoned')));
  await revokeCredentials(
    signing,
    made.map(({ id }) => id),
  );
  return ok(null);
}

/**
 * Revokes every credential of awards, as far as they stand as revoked in PRIVATE; the lists are
 * published once for all of them. May be repeated.
 */
export async function revokeAwards(signing: Signing, awardIds: readonly string[]): Promise<void> {
  if (awardIds.length > MAX_REVOKED_AWARDS) throw new Error('too many awards for one call');
  const made = await signing.privateStore
    .select({ id: intents.credentialId })
    .from(intents)
    .innerJoin(awards, eq(awards.id, intents.awardId))
    .where(
      and(
        inArray(intents.awardId, inSet(awardIds)),
        eq(awards.state, 'revoked'),
        ne(intents.state, 'abandoned'),
      ),
    );
  await revokeCredentials(
    signing,
    made.map(({ id }) => id),
  );
}

/**
 * Revocation outranks every other state, withdrawal too. State and status bit change in one
 * transaction; the lists are published at once. Credentials that are not public yet are left out.
 */
export async function revokeCredentials(signing: Signing, ids: readonly string[]): Promise<void> {
  for (const one of amongDatabases(signing, ids)) await revokeHere(one.of, one.ids);
}

async function revokeHere(signing: Signing, ids: readonly string[]): Promise<void> {
  const rows = await signing.publicStore
    .select({
      id: credentials.id,
      list: credentials.statusList,
      index: credentials.statusIndex,
    })
    .from(credentials)
    .where(and(inArray(credentials.id, inSet(ids)), ne(credentials.state, 'revoked')));
  const since = dayOf(signing.nowSeconds);
  for (let at = 0; at < rows.length; at += MAX_PER_TRANSACTION) {
    const [first, ...rest] = rows
      .slice(at, at + MAX_PER_TRANSACTION)
      .flatMap((row): BatchItem<'sqlite'>[] => [
        signing.publicStore
          .update(credentials)
          .set({ state: 'revoked', stateSince: since, supersededBy: null })
          .where(eq(credentials.id, row.id)),
        ...settingEntry(signing, row),
      ]);
    if (first !== undefined) await signing.publicStore.batch([first, ...rest]);
  }
  await eraseAlone(signing, await endorsing(signing, ids));
  await publishChangedStatusLists(signing);
}

/** Nobody is left standing beside what was revoked. */
async function endorsing(
  { publicStore }: Signing,
  ids: readonly string[],
): Promise<readonly string[]> {
  const rows = await publicStore
    .select({ id: credentials.id })
    .from(credentials)
    .where(inArray(credentials.endorses, inSet(ids)));
  return rows.map(({ id }) => id);
}
