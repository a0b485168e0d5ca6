import { everyRow } from './every-row.ts';
import type { Laurel } from './laurel.ts';

/** The places of every cell of both databases, by table and column, whose text has one of these in it. */
export async function cellsWith(
  laurel: Laurel,
  wanted: readonly string[],
): Promise<readonly string[]> {
  const places = new Set<string>();
  for (const binding of ['PUBLIC', 'PRIVATE'] as const) {
    const store = await laurel.runtime.miniflare.getD1Database(binding, 'laurel-signer');
    for (const [table, rows] of Object.entries(await everyRow(store))) {
      for (const row of Array.isArray(rows) ? rows : []) {
        for (const [column, value] of Object.entries(row)) {
          const text = Array.isArray(value) ? Buffer.from(value).toString('latin1') : String(value);
          if (wanted.some((one) => text.includes(one))) places.add(`${table}.${column}`);
        }
      }
    }
  }
  return [...places].sort((one, other) => one.localeCompare(other));
}
