import type { Ask } from './ask.ts';
import type { Invariant } from './invariant.ts';
import { rowsOf } from './pages.ts';

const PAGE_ROWS = 5_000;

/** Where places are given away: once, whatever became of what they were drawn for. */
const GIVEN = [
  { table: 'intents', list: 'status_list', index: 'status_index' },
  { table: 'document_statuses', list: 'list', index: 'entry_index' },
] as const;

/** That no entry of a status list speaks for two. Keeps one bit for each entry of the lists that there are. */
export const PLACE_USED_ONCE: Invariant = {
  name: 'place-used-once',
  sentence: 'No entry of a status list was drawn for two credentials.',
  breaches: ({ ask }) => placesUsedTwice(ask),
};

async function* placesUsedTwice(ask: Ask): AsyncGenerator<string> {
  const used = new Map<string, Uint8Array>();
  for (const { table, list, index } of GIVEN) {
    const columns = `${list} as list, ${index} as entry`;
    for await (const row of rowsOf(ask, { store: 'PRIVATE', table, columns, size: PAGE_ROWS })) {
      if (isTaken(used, String(row.list), Number(row.entry))) yield `${row.list}#${row.entry}`;
    }
  }
}

/** True where it was taken before; takes it. */
function isTaken(used: Map<string, Uint8Array>, list: string, entry: number): boolean {
  const at = Math.floor(entry / 8);
  const bit = 1 << (entry % 8);
  const before = used.get(list) ?? new Uint8Array(0);
  const bits = at < before.length ? before : grown(before, at);
  const taken = ((bits[at] ?? 0) & bit) !== 0;
  bits[at] = (bits[at] ?? 0) | bit;
  used.set(list, bits);
  return taken;
}

function grown(before: Uint8Array, at: number): Uint8Array {
  const bits = new Uint8Array(Math.max(at + 1, before.length * 2));
  bits.set(before);
  return bits;
}
