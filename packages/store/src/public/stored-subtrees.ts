import { type Hash, hashIn } from '@laurel/log/hash';
import type { ReadSubtrees } from '@laurel/log/subtree';
import { sql } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import { logSubtrees } from './log.ts';

/** Reads hashes of complete subtrees from PUBLIC, all that are asked for in one statement. */
export function storedSubtrees(publicStore: DrizzleD1Database): ReadSubtrees {
  return async (wanted) => {
    if (wanted.length === 0) return [];
    const rows = await publicStore
      .select()
      .from(logSubtrees)
      .where(
        sql`(level, position) in (
          select value->>'level', value->>'position' from json_each(${JSON.stringify(wanted)}))`,
      );
    const hashes = new Map(rows.map((row) => [`${row.level}/${row.position}`, row.hash]));
    return wanted.map(({ level, position }) => storedHash(hashes.get(`${level}/${position}`)));
  };
}

/** The hash that a row of the log holds. Throws where the row is missing or holds none. */
export function storedHash(text: string | undefined): Hash {
  const hash = text === undefined ? null : hashIn(text);
  if (hash === null) throw new Error('the log lacks a hash');
  return hash;
}
