import { randomBytes } from 'node:crypto';
import * as z from 'zod';

/** As many as one transaction takes without holding much of them in memory. */
const CHUNK = 2_000;

/** A list has 131,072 places (W3C Bitstring Status List 1.0, Section 3.2). */
const PLACES = 131_072;

/** What differs from one copy to another; all else is copied. `one` is its template, `made.id` the new id. */
const CHANGED: Readonly<Record<string, string>> = {
  id: 'made.id',
  document: 'replace(one.document, one.id, made.id)',
  status_list: `'seeded-' || ((?2 + made.n) / ${PLACES})`,
  status_index: `(?2 + made.n) % ${PLACES}`,
};

/**
 * Fills PUBLIC up to so many credentials with copies of those that are in it, which were really signed. A copy is as long as its
 * original in every column, has an id of its own, and stands in the log with its three artefacts; its signatures are those of the
 * original, and therefore good for nothing. Three entries of the log for each, with their subtrees and a head over all.
 */
export async function seed(store: D1Database, wanted: number): Promise<void> {
  const originals = await numberIn(store, 'select count(*) from credentials');
  const statement = await copies(store);
  for (let made = originals; made < wanted; made += CHUNK) {
    const size = Math.min(CHUNK, wanted - made);
    const lastSalt = await numberIn(store, 'select max(rowid) from log_salts');
    const last = await numberIn(store, 'select max(rowid) from credentials');
    await store.batch([
      store.prepare(statement).bind(size, made, originals),
      store.prepare(SALTS).bind(last, last, originals),
      store.prepare(ENTRIES).bind(lastSalt),
    ]);
  }
  await fillSubtrees(store);
}

async function copies(store: D1Database): Promise<string> {
  const { results } = await store
    .prepare(`select name from pragma_table_info('credentials')`)
    .all<{ name: string }>();
  const names = results.map(({ name }) => `"${name}"`);
  const values = results.map(({ name }) => CHANGED[name] ?? `one."${name}"`);
  return `with recursive n(n) as (select 0 union all select n + 1 from n where n + 1 < ?1),
    made as materialized (select n, replace(substr(hex(randomblob(9)), 1, 17), '0', 'z') as id from n)
    insert into credentials (${names.join(', ')}) select ${values.join(', ')}
    from made join credentials one on one.rowid = 1 + (made.n % ?3)`;
}

/** Base64 of 32 bytes, which belong to nothing. */
const HASH = `(substr(hex(randomblob(21)), 1, 42) || 'A=')`;

/** Behind each new credential stand the salts of its original, as the copies follow one another in the order of those. */
const SALTS = `insert into log_salts (credential, signature, artefact, salt, hash)
  select copy.id, salt.signature, salt.artefact, salt.salt, ${HASH}
  from credentials copy join credentials one on one.rowid = 1 + ((copy.rowid - ?1 - 1) % ?3)
  join log_salts salt on salt.credential = one.id where copy.rowid > ?2`;

const ENTRIES = `insert into log_entries (entry_index, kind, logged_at_seconds, hash)
  select (select max(entry_index) from log_entries) + row_number() over (order by rowid),
    'credential', (select max(logged_at_seconds) from log_entries), hash
  from log_salts where rowid > ?1`;

const SUBTREES = `with recursive n(n) as (select ?2 union all select n + 1 from n where n + 1 < ?3)
  insert or ignore into log_subtrees (level, position, hash)
  select ?1, n, ${HASH} from n`;

const SUBTREES_AT_ONCE = 200_000;

/** Hashes of nothing, as long as those of something: a proof is read from as many of them. */
async function fillSubtrees(store: D1Database): Promise<void> {
  const size = await numberIn(store, 'select max(entry_index) + 1 from log_entries');
  for (let level = 0; 2 ** level <= size; level += 1) {
    const end = Math.floor(size / 2 ** level);
    for (let begin = 0; begin < end; begin += SUBTREES_AT_ONCE) {
      const stop = Math.min(end, begin + SUBTREES_AT_ONCE);
      await store.prepare(SUBTREES).bind(level, begin, stop).run();
    }
  }
  await store
    .prepare(`insert or ignore into log_checkpoints (size, root, made_at_seconds, note)
      select ?1, ?2, made_at_seconds, note from log_checkpoints order by size desc limit 1`)
    .bind(size, randomBytes(32).toString('base64'))
    .run();
}

async function numberIn(store: D1Database, sql: string): Promise<number> {
  const row = await store.prepare(sql).first();
  return z.number().parse(Object.values(row ?? {})[0]);
}
