import { type LogEntry, readEntry } from '@laurel/log/entry';
import { readEntryBundle } from '@laurel/log/entry-bundle';
import { type Hash, hashText, leafHash, sameBytes } from '@laurel/log/hash';
import { TILE_WIDTH, tilesOf } from '@laurel/log/tile';
import { type GrowingTree, growingTree } from './growing-tree.ts';
import { fault, type Said } from './said.ts';
import type { Served } from './served.ts';

type Place = Pick<LogEntry, 'kind' | 'loggedAtSeconds'> & { readonly index: number };

/** All of a log, as far as it could be read. */
export type Replayed = {
  /** Where each hash stands, by its base64. */
  readonly places: ReadonlyMap<string, Place>;
  /** The root over its first entries, of as many as were asked for; null where it ended before. */
  readonly rootAt: (size: number) => Hash | null;
  readonly faults: readonly Said[];
};

/** The clock here may be this far behind that of the service. */
const CLOCK_SKEW_SECONDS = 300;

/**
 * Reads every entry of a log of `size`, computes the tree over them anew, and compares each of its tiles.
 *
 * @param rootsWanted sizes at which the root is kept, none of them 0.
 */
export async function replay(
  served: Served,
  size: number,
  rootsWanted: readonly number[],
  nowSeconds: number,
): Promise<Replayed> {
  const faults: Said[] = [];
  const places = new Map<string, Place>();
  const roots = new Map<number, Hash>();
  const tree = growingTree();
  let read = 0;
  let lastSeconds = 0;
  for (const tile of tilesOf('entries', size)) {
    const bundle = await served.tile(tile);
    const entries = bundle === null ? null : readEntryBundle(bundle);
    if (entries?.length !== tile.width) {
      faults.push(fault(`The entries from ${read} on are missing, or cut off.`));
      break;
    }
    for (const [at, bytes] of entries.entries()) {
      const entry = readEntry(new TextDecoder().decode(bytes));
      if (entry === null) {
        faults.push(fault(`Entry ${read + at} is not written as an entry is.`));
        continue;
      }
      faults.push(...faultsOf(entry, read + at, places, lastSeconds, nowSeconds));
      lastSeconds = entry.loggedAtSeconds;
      const { kind, loggedAtSeconds } = entry;
      const hash = hashText(entry.hash);
      if (!places.has(hash)) places.set(hash, { kind, loggedAtSeconds, index: read + at });
    }
    const leaves = await Promise.all(entries.map((bytes) => leafHash(bytes)));
    for (const [from, end] of partsUntil(rootsWanted, read, read + leaves.length)) {
      roots.set(end, await tree.append(leaves.slice(from - read, end - read)));
    }
    read += leaves.length;
  }
  if (read === size) faults.push(...(await comparedTiles(served, size, tree)));
  return { places, rootAt: (wanted) => roots.get(wanted) ?? null, faults };
}

/** What is wrong with an entry among those above it. */
function faultsOf(
  { loggedAtSeconds, hash }: LogEntry,
  index: number,
  above: ReadonlyMap<string, Place>,
  lastSeconds: number,
  nowSeconds: number,
): readonly Said[] {
  return [
    ...(loggedAtSeconds < lastSeconds
      ? [fault(`Entry ${index} says that it is from before the entry above it.`)]
      : []),
    ...(loggedAtSeconds > nowSeconds + CLOCK_SKEW_SECONDS
      ? [fault(`Entry ${index} says that it is from the future.`)]
      : []),
    ...(above.has(hashText(hash)) ? [fault(`Entry ${index} has the hash of an earlier one.`)] : []),
  ];
}

/** The ranges from one size to another, with an end at each of those that are wanted between them. */
function partsUntil(
  wanted: readonly number[],
  from: number,
  to: number,
): readonly (readonly [from: number, end: number])[] {
  const between = wanted.filter((size) => size > from && size < to).sort((a, b) => a - b);
  const ends = [...new Set([...between, to])];
  return ends.map((end, at) => [ends[at - 1] ?? from, end]);
}

async function comparedTiles(
  served: Served,
  size: number,
  tree: GrowingTree,
): Promise<readonly Said[]> {
  const faults: Said[] = [];
  for (let level = 0; tilesOf(level, size).length > 0; level += 1) {
    for (const tile of tilesOf(level, size)) {
      const hashes = Array.from({ length: tile.width }, (_, at) =>
        tree.tileHash(level, tile.index * TILE_WIDTH + at),
      );
      const wanted = Uint8Array.from(hashes.flatMap((hash) => [...(hash ?? [])]));
      const bytes = await served.tile(tile);
      if (bytes === null || !sameBytes(bytes, wanted)) {
        faults.push(
          fault(`Tile ${tile.index} of level ${level} is missing, or is not over the entries.`),
        );
      }
    }
  }
  return faults;
}
