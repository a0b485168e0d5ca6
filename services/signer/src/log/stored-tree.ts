import { type Hash, hashIn } from '@laurel/log/hash';
import type { ReadSubtrees } from '@laurel/log/subtree';
import { logSubtrees } from '@laurel/store/public/schema';
import { sql } from 'drizzle-orm';
import type { Signing } from '../env.ts';

/** Reads hashes of complete subtrees from PUBLIC, all that are asked for in one statement. */
export function storedSubtrees({ publicStore }: Signing): ReadSubtrees {
  return async (wanted) => {
    if (wanted.length === 0) return [];
    const rows = await publicStore
      .select()
      .from(logSubtrees)
      .where(
        sql`(level, position) in (select value->>'level', value->>'position' from json_each(${JSON.stringify(wanted)}))`,
      );
    const hashes = new Map(rows.map((row) => [`${row.level}/${row.position}`, row.hash]));
    return wanted.map(({ level, position }) => whole(hashes.get(`${level}/${position}`)));
  };
}

/** The hash that a row holds. Throws where it is missing or is none. */
export function whole(stored: string | undefined): Hash {
  const hash = stored === undefined ? null : hashIn(stored);
  if (hash === null) throw new Error('the log lacks a hash');
  return hash;
}
