import { type Hash, nodeHash, sameBytes } from './hash.ts';
import { hashesOf, type LeafRange, largestPowerBelow, type ReadSubtrees } from './subtree.ts';

/**
 * Shows that a leaf is in a tree: the hash beside it, then beside each tree around it, up to the root
 * (RFC 6962, Section 2.1.1). `index` counts from 0 and is below `size`.
 */
export async function inclusionProof(
  index: number,
  size: number,
  read: ReadSubtrees,
): Promise<readonly Hash[]> {
  const [proof = []] = await inclusionProofs([index], size, read);
  return proof;
}

/** The same of several leaves, for which the tree is read once. */
export async function inclusionProofs(
  indices: readonly number[],
  size: number,
  read: ReadSubtrees,
): Promise<readonly (readonly Hash[])[]> {
  const ranges = indices.map((index) => {
    if (index < 0 || index >= size) throw new Error('no such leaf in this tree');
    return besides(index, { begin: 0, end: size });
  });
  const hashes = await hashesOf(ranges.flat(), read);
  const ends = ranges.map((_, at) => ranges.slice(0, at + 1).flat().length);
  return ends.map((end, at) => hashes.slice(ends[at - 1] ?? 0, end));
}

function besides(index: number, { begin, end }: LeafRange): readonly LeafRange[] {
  if (end - begin === 1) return [];
  const middle = begin + largestPowerBelow(end - begin);
  return index < middle
    ? [...besides(index, { begin, end: middle }), { begin: middle, end }]
    : [...besides(index, { begin: middle, end }), { begin, end: middle }];
}

/** True where the proof leads from a leaf's hash to the root (RFC 9162, Section 2.1.3.2). */
export async function isIncluded(
  leaf: Hash,
  index: number,
  proof: readonly Hash[],
  { size, root }: { readonly size: number; readonly root: Hash },
): Promise<boolean> {
  if (index < 0 || index >= size) return false;
  let [at, last, hash] = [index, size - 1, leaf];
  for (const beside of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = await nodeHash(beside, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else {
      hash = await nodeHash(hash, beside);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && sameBytes(hash, root);
}
