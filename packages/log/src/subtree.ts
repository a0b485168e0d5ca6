import { type Hash, nodeHash, sha256 } from './hash.ts';

/**
 * The root of a perfect subtree of 2^`level` leaves, the `position`-th of that level from the left. Once all
 * of its leaves are there its hash never changes.
 */
export type Subtree = { readonly level: number; readonly position: number };

/** Leaves `begin` up to, but not including, `end`. */
export type LeafRange = { readonly begin: number; readonly end: number };

/** Answers the hashes of complete subtrees, in the order in which they were asked for. */
export type ReadSubtrees = (subtrees: readonly Subtree[]) => Promise<readonly Hash[]>;

/**
 * The perfect subtrees that a range falls into, from left to right, the largest first. The range is one
 * that RFC 6962, Section 2.1 splits a tree into: it begins at a multiple of its largest subtree.
 */
export function subtreesIn({ begin, end }: LeafRange): readonly Subtree[] {
  const subtrees: Subtree[] = [];
  for (let at = begin; at < end; ) {
    const leaves = largestPowerBelow(end - at + 1);
    subtrees.push({ level: Math.log2(leaves), position: at / leaves });
    at += leaves;
  }
  return subtrees;
}

/** The largest power of two that is smaller than a number of at least two. */
export function largestPowerBelow(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/** The Merkle Tree Hashes of ranges (RFC 6962, Section 2.1), all their subtrees read at once. */
export async function hashesOf(
  ranges: readonly LeafRange[],
  read: ReadSubtrees,
): Promise<readonly Hash[]> {
  const subtrees = ranges.map(subtreesIn);
  const known = await read(subtrees.flat());
  const hashes: Hash[] = [];
  let at = 0;
  for (const { length } of subtrees) {
    hashes.push(await folded(known.slice(at, at + length)));
    at += length;
  }
  return hashes;
}

/** The root hash of a tree of that many leaves. */
export async function rootOf(size: number, read: ReadSubtrees): Promise<Hash> {
  const [root] = await hashesOf([{ begin: 0, end: size }], read);
  if (root === undefined) throw new Error('a tree without a root');
  return root;
}

/** The hash over subtrees of falling size; that of no leaves is the hash of nothing. */
async function folded(hashes: readonly Hash[]): Promise<Hash> {
  const [last, ...others] = [...hashes].reverse();
  if (last === undefined) return sha256();
  let hash = last;
  for (const left of others) hash = await nodeHash(left, hash);
  return hash;
}
