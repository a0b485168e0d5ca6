import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { inSet } from '@laurel/store/in-set';
import { awards, intents } from '@laurel/store/private/schema';
import { credentials } from '@laurel/store/public/schema';
import { and, desc, eq, inArray, ne, notInArray } from 'drizzle-orm';
import { atHome } from '../databases.ts';
import type { Signing } from '../env.ts';
import { revokeCredentials } from './revoke.ts';
import { type SaidOfAward, saidOfAward } from './said-of-award.ts';
import { DECLARED_NAME } from './signed-name.ts';
import { type Linkable, pairSuccessors } from './successors.ts';

/** What the issuer says no longer changes these. */
const ENDED = ['revoked', 'withdrawn'] as const;

/**
 * Has every credential of an award say how the award stands in PRIVATE: active, suspended or
 * superseded; and of a role what its holder shows of the term. What was revoked or withdrawn is left alone. May be repeated. Of two calls at once the
 * later writer looks again at what it wrote, so that the last word is what stands.
 */
export async function standAward(
  signing: Signing,
  awardId: string,
): Promise<Result<null, Failure>> {
  for (;;) {
    const said = await saidOfAward(signing, awardId);
    if (said === null) return refuse({ reason: 'award_unknown' });
    await say(await atHome(signing, said.issuer), awardId, said);
    const now = await saidOfAward(signing, awardId);
    if (JSON.stringify(now) === JSON.stringify(said)) return ok(null);
  }
}

/**
 * Has the pages of what these credentials' awards have put right lead to them, or no longer. Nothing
 * happens for a holder who does not wish their pages to be connected.
 */
export async function standPredecessors(signing: Signing, ids: readonly string[]): Promise<void> {
  const corrected = await signing.privateStore
    .selectDistinct({ id: awards.corrects })
    .from(intents)
    .innerJoin(awards, eq(awards.id, intents.awardId))
    .where(
      and(
        inArray(intents.credentialId, inSet(ids)),
        eq(awards.linksPredecessor, true),
        ne(awards.corrects, ''),
      ),
    );
  for (const { id } of corrected) await standAward(signing, id);
}

async function say(signing: Signing, awardId: string, said: SaidOfAward): Promise<void> {
  const ids = await credentialsOf(signing, awardId);
  if (said.state === 'revoked') return revokeCredentials(signing, ids);
  const { publicStore } = signing;
  const pairs = said.state === 'superseded' ? await pairsOf(signing, ids, said.leadsTo) : [];
  await publicStore.batch([
    publicStore
      .update(credentials)
      .set({
        state: said.state,
        stateSince: said.state === 'active' ? null : said.since,
        supersededBy: null,
        term: said.term,
      })
      .where(and(inArray(credentials.id, inSet(ids)), notInArray(credentials.state, [...ENDED]))),
    ...pairs.map(([old, fresh]) =>
      publicStore
        .update(credentials)
        .set({ supersededBy: fresh })
        .where(and(eq(credentials.id, old), eq(credentials.state, 'superseded'))),
    ),
  ]);
}

async function pairsOf(
  signing: Signing,
  ids: readonly string[],
  leadsTo: string | null,
): Promise<readonly (readonly [string, string])[]> {
  if (leadsTo === null) return [];
  const old = await linkables(signing, ids, false);
  const fresh = await linkables(signing, await credentialsOf(signing, leadsTo), true);
  return [...pairSuccessors(old, fresh)];
}

/** Credentials that are or may become public, newest first. */
async function credentialsOf(signing: Signing, awardId: string): Promise<readonly string[]> {
  const made = await signing.privateStore
    .select({ id: intents.credentialId })
    .from(intents)
    .where(and(eq(intents.awardId, awardId), ne(intents.state, 'abandoned')))
    .orderBy(desc(intents.recordedAtSeconds), intents.credentialId);
  return made.map(({ id }) => id);
}

async function linkables(
  signing: Signing,
  ids: readonly string[],
  mustBeVisible: boolean,
): Promise<readonly Linkable[]> {
  const rows = await signing.publicStore
    .select({
      id: credentials.id,
      language: credentials.language,
      disclosure: credentials.disclosure,
      name: DECLARED_NAME,
    })
    .from(credentials)
    .where(
      and(
        inArray(credentials.id, inSet(ids)),
        notInArray(credentials.state, [...ENDED]),
        ...(mustBeVisible ? [eq(credentials.visible, true)] : []),
      ),
    );
  return rows.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
}
