import { everyRow } from './every-row.ts';
import type { Laurel } from './laurel.ts';

/**
 * The places of every cell of all databases, by table and column, whose text has one of these in it, or
 * whose JWT says it.
 */
export async function cellsWith(
  laurel: Laurel,
  wanted: readonly string[],
): Promise<readonly string[]> {
  const places = new Set<string>();
  for (const binding of [...laurel.runtime.publicDatabases, 'PRIVATE']) {
    const store = await laurel.runtime.miniflare.getD1Database(binding, 'laurel-signer');
    for (const [table, rows] of Object.entries(await everyRow(store))) {
      for (const row of Array.isArray(rows) ? rows : []) {
        for (const [column, value] of Object.entries(row)) {
          const text = Array.isArray(value) ? Buffer.from(value).toString('latin1') : String(value);
          const read = [text, ...payloadOf(text)];
          if (wanted.some((one) => read.some((all) => all.includes(one))))
            places.add(`${table}.${column}`);
        }
      }
    }
  }
  return [...places].sort((one, other) => one.localeCompare(other));
}

function payloadOf(text: string): readonly string[] {
  const [, payload] = /^eyJ[\w-]+\.([\w-]+)\./.exec(text) ?? [];
  return payload === undefined ? [] : [Buffer.from(payload, 'base64url').toString('utf8')];
}
