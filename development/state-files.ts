import { createHash, createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  MAX_PUBLIC_DATABASES,
  type PublicBinding,
  publicBindings,
} from '@laurel/store/directory/public-bindings';

/** The databases of a deployment, by their bindings. */
export type Store = PublicBinding | 'PRIVATE';

/** Laurel may be writing at the same time. */
const BUSY_MS = 5_000;

/** The ids in the configurations of the tree, which local databases are kept under; a guard compares them. */
const IDS_IN_TREE = {
  PUBLIC: '00000000-0000-0000-0000-000000000001',
  PRIVATE: '00000000-0000-0000-0000-000000000002',
} as const;

/** The class of Durable Objects that the local runtime keeps databases in. */
const KEPT_IN = 'miniflare-D1DatabaseObject';

/** The id that a local database is kept under. Those that no configuration of the tree names are called as they are bound. */
export function localId(store: Store): string {
  return store === 'PUBLIC' || store === 'PRIVATE' ? IDS_IN_TREE[store] : store.toLowerCase();
}

/** A database of a stopped or running local Laurel. The caller closes it. Throws where there is none. */
export function databaseHere(data: string, store: Store): DatabaseSync {
  const file = fileOf(data, store);
  if (!existsSync(file)) throw new Error(`there is no ${store} in ${data}`);
  return new DatabaseSync(file, { timeout: BUSY_MS });
}

/**
 * What the databases that PUBLIC is spread over are bound as in a local Laurel, in the order of their numbers; none
 * where it never ran. Throws for a gap, which is a database that was lost.
 */
export function publicStoresHere(data: string): readonly PublicBinding[] {
  const all = publicBindings(MAX_PUBLIC_DATABASES);
  const count = 1 + all.findLastIndex((store) => existsSync(fileOf(data, store)));
  const stores = all.slice(0, count);
  const missing = stores.find((store) => !existsSync(fileOf(data, store)));
  if (missing !== undefined) throw new Error(`${missing} is missing in ${data}`);
  return stores;
}

/** As workerd names the file of an object by the class and the name that it has. */
function fileOf(data: string, store: Store): string {
  const key = createHash('sha256').update(KEPT_IN).digest();
  const half = (of: string | Buffer) =>
    createHmac('sha256', key).update(of).digest().subarray(0, 16);
  const name = half(localId(store));
  const file = `${Buffer.concat([name, half(name)]).toString('hex')}.sqlite`;
  return join(data, 'state/d1', KEPT_IN, file);
}
