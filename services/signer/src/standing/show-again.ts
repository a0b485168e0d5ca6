import type { ShownBefore } from '@laurel/contracts/showing-rpc';
import { inSet } from '@laurel/store/in-set';
import { collections, credentials, shownBefore } from '@laurel/store/public/schema';
import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { collectionIdsOf } from '../collections/held-collections.ts';
import { amongDatabases, readAmong } from '../databases.ts';
import type { Signing } from '../env.ts';
import { listing } from './badge-feed.ts';
import { linkedOf } from './released-of.ts';
import { standPredecessors } from './stand.ts';

/** What was on when an account hid everything, and is off now. */
export async function shownBeforeOf(
  signing: Signing,
  holderAccountId: string,
): Promise<ShownBefore> {
  const { own, sets } = await idsOf(signing, holderAccountId);
  const rows = await readAmong(signing, [...own, ...sets], rememberedHere);
  const of = (thing: string) => rows.flatMap((row) => (row.thing === thing ? [row.id] : []));
  return { credentials: of('credential'), collections: of('collection'), listed: of('listed') };
}

/** An id names a credential or a collection, and never both. */
function rememberedHere({ publicStore }: Signing, ids: readonly string[]) {
  return publicStore
    .select({ thing: shownBefore.thing, id: shownBefore.id })
    .from(shownBefore)
    .where(
      and(
        inArray(shownBefore.id, inSet(ids)),
        sql`case thing
          when 'credential' then id in (select id from credentials where visible = 0)
          when 'collection' then id in (select id from collections where visible = 0)
          else id not in (select credential_id from badge_feed) end`,
      ),
    );
}

/** Brings back those of these that were on and are still the account's, in one transaction for each database. */
export async function showAgain(
  signing: Signing,
  holderAccountId: string,
  chosen: ShownBefore,
): Promise<void> {
  const { own, sets } = await idsOf(signing, holderAccountId);
  for (const { of, ids } of amongDatabases(signing, [...own, ...sets])) {
    await showHere(of, ids, chosen);
  }
  await standPredecessors(signing, chosen.credentials);
}

async function showHere(
  signing: Signing,
  held: readonly string[],
  chosen: ShownBefore,
): Promise<void> {
  const { publicStore } = signing;
  const wanted = (ids: readonly string[]) => inSet(ids.filter((id) => held.includes(id)));
  const ofCredentials = wanted(chosen.credentials);
  const ofCollections = wanted(chosen.collections);
  const ofListed = wanted(chosen.listed);
  await publicStore.batch([
    publicStore
      .update(credentials)
      .set({ visible: true })
      .where(
        and(
          inArray(credentials.id, ofCredentials),
          sql`id in (select id from shown_before where thing = 'credential')`,
          sql`id not in (select credential_id from retired_links)`,
        ),
      ),
    publicStore
      .update(collections)
      .set({ visible: true })
      .where(
        and(
          inArray(collections.id, ofCollections),
          sql`id in (select id from shown_before where thing = 'collection')`,
        ),
      ),
    listing(signing, ofListed, sql`id in (select id from shown_before where thing = 'listed')`),
    publicStore
      .delete(shownBefore)
      .where(
        or(
          remembered('credential', ofCredentials),
          remembered('collection', ofCollections),
          remembered('listed', ofListed),
        ),
      ),
  ]);
}

/** Remembers no more what was on. */
export async function forgetShown(signing: Signing, holderAccountId: string): Promise<void> {
  const { own, sets } = await idsOf(signing, holderAccountId);
  for (const { of, ids } of amongDatabases(signing, [...own, ...sets])) {
    await of.publicStore.delete(shownBefore).where(inArray(shownBefore.id, inSet(ids)));
  }
}

async function idsOf(signing: Signing, holderAccountId: string) {
  const [own, sets] = await Promise.all([
    linkedOf(signing, holderAccountId),
    collectionIdsOf(signing, holderAccountId),
  ]);
  return { own, sets };
}

function remembered(thing: typeof shownBefore.$inferSelect.thing, ids: SQL): SQL | undefined {
  return and(eq(shownBefore.thing, thing), inArray(shownBefore.id, ids));
}
