import { databasesOfId } from '@laurel/store/directory/databases-of-id';
import { homeOfIssuer } from '@laurel/store/directory/issuer-home';
import {
  boundDatabases,
  FIRST,
  type PublicBindings,
} from '@laurel/store/directory/public-bindings';
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1';

/** One of the databases that PUBLIC is spread over, for reading. The signer alone writes to it. */
export type PublicDatabase = DrizzleD1Database;

/** All of PUBLIC. */
export type PublicDatabases = {
  /** The one that has what is nobody's but the service's. */
  readonly first: PublicDatabase;
  /** The first one first. */
  readonly each: readonly PublicDatabase[];
  /** That of a number; null where none is bound. */
  readonly numbered: (number: number) => PublicDatabase | null;
  /** Those in which something of this id may be: as many for what is there as for what is not. */
  readonly ofId: (id: string) => readonly PublicDatabase[];
  /** The one in which an issuer is, or would be. */
  readonly ofIssuer: (slug: string) => Promise<PublicDatabase>;
};

/** One for each binding, so that the databases of a request are the same ones wherever it asks. */
const opened = new WeakMap<D1Database, PublicDatabases>();

/** PUBLIC, for reading. */
export function publicDatabases(env: PublicBindings): PublicDatabases {
  const before = opened.get(env.PUBLIC);
  if (before !== undefined) return before;
  const databases = openDatabases(env);
  opened.set(env.PUBLIC, databases);
  return databases;
}

function openDatabases(env: PublicBindings): PublicDatabases {
  const each = boundDatabases(env).map((binding) => drizzle(binding));
  const numbered = (number: number) => each[number - 1] ?? null;
  const bound = (number: number) => {
    const database = numbered(number);
    if (database === null) throw new Error('a database of the directory is not bound');
    return database;
  };
  return {
    first: bound(FIRST),
    each,
    numbered,
    ofId: (id) => databasesOfId(id, each.length).map(bound),
    ofIssuer: async (slug) => bound(await homeOfIssuer(each, slug)),
  };
}

/** What the first of these databases that has it answers, all of them asked at once; null where none has. */
export async function firstFound<Found>(
  databases: readonly PublicDatabase[],
  find: (db: PublicDatabase) => Promise<Found | null>,
): Promise<Found | null> {
  const answers = await Promise.all(databases.map(find));
  return answers.find((answer) => answer !== null) ?? null;
}
