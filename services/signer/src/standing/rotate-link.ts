import type { CopyFate } from '@laurel/contracts/showing-rpc';
import type { IssueRequest } from '@laurel/contracts/signer-rpc';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { scriptOfName } from '@laurel/core/script-of-name';
import { signedFacts } from '@laurel/core/signed-facts';
import { inSet } from '@laurel/store/in-set';
import { declaredNames, intents } from '@laurel/store/private/schema';
import {
  badgeFeed,
  collections,
  credentials,
  retiredLinks,
  shownBefore,
} from '@laurel/store/public/schema';
import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { collectionIdsOf } from '../collections/held-collections.ts';
import { inFirst } from '../databases.ts';
import { carryEndorsements, endorsementsOf } from '../endorsements/carry-endorsements.ts';
import type { Signing } from '../env.ts';
import { issue } from '../issue/issue.ts';
import { listing } from './badge-feed.ts';
import { mustHold } from './held.ts';
import { homeOfCredential } from './home-of-credential.ts';
import { standPredecessors } from './stand.ts';
import { withdraw } from './withdraw.ts';

/**
 * Puts a fresh credential in the place of one whose address somebody has who should not. A credential is
 * replaced once: its id is the key of the request, so that what was cut off is ended by the same call.
 */
export async function rotateLink(
  signing: Signing,
  holderAccountId: string,
  credentialId: string,
  copies: CopyFate,
): Promise<Result<string, Failure>> {
  const held = await mustHold(signing, credentialId, holderAccountId);
  if (!held.ok) return held;
  const home = await homeOfCredential(signing, credentialId);
  const fresh = await freshCredential(home, holderAccountId, credentialId);
  if (!fresh.ok) return fresh;
  await carryEndorsements(home, credentialId, fresh.value);
  await putInCollections(signing, holderAccountId, credentialId, fresh.value);
  await putInPlace(home, credentialId, fresh.value);
  if (copies === 'withdrawn') {
    const withdrawn = await withdraw(signing, credentialId, holderAccountId);
    if (!withdrawn.ok) return withdrawn;
  }
  await standPredecessors(signing, [fresh.value]);
  return fresh;
}

/** The one that was made for this before, or one made now. */
async function freshCredential(
  signing: Signing,
  holderAccountId: string,
  credentialId: string,
): Promise<Result<string, Failure>> {
  const requestKey = `rotate:${credentialId}`;
  const [made] = await signing.privateStore
    .select({ id: intents.credentialId })
    .from(intents)
    .where(and(eq(intents.requestKey, requestKey), eq(intents.state, 'released')));
  if (made !== undefined) return ok(made.id);
  const request = await requestFor(signing, holderAccountId, credentialId, requestKey);
  if (!request.ok) return request;
  const [issued] = await issue(signing, [request.value]);
  if (issued === undefined) throw new Error('a request was left unanswered');
  return issued;
}

/** The same award, language, disclosure, and words of others in it. Of a name that was changed since, its writing in the same script. */
async function requestFor(
  signing: Signing,
  holderAccountId: string,
  credentialId: string,
  requestKey: string,
): Promise<Result<IssueRequest, Failure>> {
  const { privateStore, publicStore } = signing;
  const [[row], [intent], [name]] = await Promise.all([
    publicStore.select().from(credentials).where(eq(credentials.id, credentialId)),
    privateStore
      .select({ awardId: intents.awardId })
      .from(intents)
      .where(eq(intents.credentialId, credentialId)),
    privateStore
      .select({ writings: declaredNames.writings })
      .from(declaredNames)
      .where(eq(declaredNames.accountId, holderAccountId)),
  ]);
  if (row === undefined || intent === undefined) throw new Error('a credential lost its intent');
  const { document, language, disclosure } = row;
  if (document === null) return refuse({ reason: 'credential_withdrawn' });
  const embedded = (await endorsementsOf(signing, credentialId)).flatMap(({ row, isEmbedded }) =>
    isEmbedded ? [row.id] : [],
  );
  const same = {
    requestKey,
    awardId: intent.awardId,
    language,
    ...(embedded.length === 0 ? {} : { endorsementIds: embedded }),
  };
  if (disclosure !== 'name') return ok({ ...same, disclosure });
  const { holder } = signedFacts(JSON.parse(document));
  const writing = holder.mode === 'name' ? writingOf(holder.name, name?.writings ?? {}) : null;
  return writing === null
    ? refuse({ reason: 'name_not_declared' })
    : ok({ ...same, disclosure, writing });
}

function writingOf(signed: string, writings: Readonly<Record<string, string>>): string | null {
  const all = Object.entries(writings);
  const found =
    all.find(([, name]) => name === signed) ??
    all.find(([, name]) => scriptOfName(name) === scriptOfName(signed));
  return found?.[0] ?? null;
}

/** The fresh link stands where the old one stood in the holder's collections. Does nothing the second time. */
async function putInCollections(
  signing: Signing,
  holderAccountId: string,
  old: string,
  fresh: string,
): Promise<void> {
  const own = inSet(await collectionIdsOf(signing, holderAccountId));
  await inFirst(signing)
    .publicStore.update(collections)
    .set({
      members: sql`(select json_group_array(member) from (
        select iif(value = ${old}, ${fresh}, value) as member from json_each(members) order by key))`,
      revision: sql`revision + 1`,
    })
    .where(
      and(
        inArray(collections.id, own),
        sql`exists (select 1 from json_each(members) where value = ${old})`,
      ),
    );
}

/**
 * In one transaction: the fresh link is as the old one was, stands where that stood in the holder's list, and
 * the old one is off for ever. Does nothing the second time.
 */
async function putInPlace(signing: Signing, old: string, fresh: string): Promise<void> {
  const { publicStore } = signing;
  const yet = sql`not exists (select 1 from retired_links where credential_id = ${old})`;
  await publicStore.batch([
    publicStore
      .update(credentials)
      .set({ visible: sql`(select visible from credentials where id = ${old})` })
      .where(and(eq(credentials.id, fresh), yet)),
    listing(
      signing,
      inSet([fresh]),
      sql`exists (select 1 from badge_feed where credential_id = ${old}) and ${yet}`,
    ),
    publicStore.delete(badgeFeed).where(and(eq(badgeFeed.credentialId, old), yet)),
    publicStore
      .update(shownBefore)
      .set({ id: fresh })
      .where(and(eq(shownBefore.id, old), ne(shownBefore.thing, 'collection'), yet)),
    publicStore.update(credentials).set({ visible: false }).where(eq(credentials.id, old)),
    publicStore.insert(retiredLinks).values({ credentialId: old }).onConflictDoNothing(),
  ]);
}
