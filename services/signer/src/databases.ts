import { databasesOfId } from '@laurel/store/directory/databases-of-id';
import { homeOfIssuer } from '@laurel/store/directory/issuer-home';
import { FIRST } from '@laurel/store/directory/public-bindings';
import type { Signing } from './env.ts';

/** The same call with another of the databases of PUBLIC at hand. Throws for one that is not bound. */
export function inDatabase(signing: Signing, number: number): Signing {
  if (number === signing.database) return signing;
  const publicStore = signing.stores[number - 1];
  if (publicStore === undefined) throw new Error('a database of the directory is not bound');
  signing.touched.add(number);
  return { ...signing, publicStore, database: number };
}

/** With that at hand which has what is nobody's but the service's: its keys, records, and collections. */
export function inFirst(signing: Signing): Signing {
  return inDatabase(signing, FIRST);
}

/** With the database of an issuer at hand. */
export async function atHome(signing: Signing, issuer: string): Promise<Signing> {
  return inDatabase(signing, await homeOfIssuer(signing.stores, issuer));
}

/** With each of them at hand, the first one first. */
export function inEach(signing: Signing): readonly Signing[] {
  return signing.stores.map((_, at) => inDatabase(signing, at + 1));
}

/** Ids with a database in which some of them may be. */
export type Among = { readonly of: Signing; readonly ids: readonly string[] };

/** Parts ids by the databases in which they may be; one that may be in two is asked for in both. */
export function amongDatabases(signing: Signing, ids: readonly string[]): readonly Among[] {
  const { length: count } = signing.stores;
  if (count === 1) return [{ of: signing, ids }];
  const parts = new Map<number, string[]>();
  for (const id of ids) {
    for (const number of databasesOfId(id, count)) {
      parts.set(number, [...(parts.get(number) ?? []), id]);
    }
  }
  return [...parts].map(([number, some]) => ({ of: inDatabase(signing, number), ids: some }));
}

/** What is read of ids, wherever they are, in no order. */
export async function readAmong<Row>(
  signing: Signing,
  ids: readonly string[],
  read: (of: Signing, ids: readonly string[]) => PromiseLike<readonly Row[]>,
): Promise<readonly Row[]> {
  const parts = amongDatabases(signing, ids).map((one) => read(one.of, one.ids));
  return (await Promise.all(parts)).flat();
}
