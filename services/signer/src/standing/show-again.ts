import type { ShownBefore } from '@laurel/contracts/showing-rpc';
import { inSet } from '@laurel/store/in-set';
import { collections, credentials, shownBefore } from '@laurel/store/public/schema';
import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { collectionIdsOf } from '../collections/held-collections.ts';
import type { Signing } from '../env.ts';
import { listing } from './badge-feed.ts';
import { linkedOf } from './released-of.ts';
import { standPredecessors } from './stand.ts';

/** What was on when an account hid everything, and is off now. */
export async function shownBeforeOf(
  signing: Signing,
  holderAccountId: string,
): Promise<ShownBefore> {
  const { publicStore } = signing;
  const { own, sets } = await idsOf(signing, holderAccountId);
  const rows = await publicStore
    .select({ thing: shownBefore.thing, id: shownBefore.id })
    .from(shownBefore)
    .where(
      and(
        or(
          remembered('credential', own),
          remembered('collection', sets),
          remembered('listed', own),
        ),
        sql`case thing
          when 'credential' then id in (select id from credentials where visible = 0)
          when 'collection' then id in (select id from collections where visible = 0)
          else id not in (select credential_id from badge_feed) end`,
      ),
    );
  const of = (thing: string) => rows.flatMap((row) => (row.thing === thing ? [row.id] : []));
  return { credentials: of('credential'), collections: of('collection'), listed: of('listed') };
}

/** Brings back those of these that were on and are still the account's, in one transaction. */
export async function showAgain(
  signing: Signing,
  holderAccountId: string,
  chosen: ShownBefore,
): Promise<void> {
  const { publicStore } = signing;
  const { own, sets } = await idsOf(signing, holderAccountId);
  const wanted = (ids: readonly string[], held: readonly string[]) =>
    inSet(ids.filter((id) => held.includes(id)));
  const ofCredentials = wanted(chosen.credentials, own);
  const ofCollections = wanted(chosen.collections, sets);
  const ofListed = wanted(chosen.listed, own);
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
  await standPredecessors(signing, chosen.credentials);
}

/** Remembers no more what was on. */
export async function forgetShown(signing: Signing, holderAccountId: string): Promise<void> {
  const { own, sets } = await idsOf(signing, holderAccountId);
  await signing.publicStore
    .delete(shownBefore)
    .where(inArray(shownBefore.id, inSet([...own, ...sets])));
}

async function idsOf(signing: Signing, holderAccountId: string) {
  const [own, sets] = await Promise.all([
    linkedOf(signing, holderAccountId),
    collectionIdsOf(signing, holderAccountId),
  ]);
  return { own, sets };
}

function remembered(
  thing: typeof shownBefore.$inferSelect.thing,
  ids: readonly string[] | SQL,
): SQL | undefined {
  const among = Array.isArray(ids) ? inSet(ids) : ids;
  return and(eq(shownBefore.thing, thing), sql`${shownBefore.id} in ${among}`);
}
