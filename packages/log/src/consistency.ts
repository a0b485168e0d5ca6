import { type Hash, nodeHash, sameBytes } from './hash.ts';
import { hashesOf, type LeafRange, largestPowerBelow, type ReadSubtrees } from './subtree.ts';

export type TreeHead = { readonly size: number; readonly root: Hash };

/**
 * Shows that a tree begins with an older, smaller one (RFC 6962, Section 2.1.2). Empty where the two are the
 * same, and where the older has no leaves.
 */
export function consistencyProof(
  older: number,
  newer: number,
  read: ReadSubtrees,
): Promise<readonly Hash[]> {
  if (older < 0 || older > newer) throw new Error('no older tree');
  const ranges = older === 0 ? [] : parts(older, { begin: 0, end: newer }, true);
  return hashesOf(ranges, read);
}

function parts(older: number, { begin, end }: LeafRange, isWhole: boolean): readonly LeafRange[] {
  if (older === end) return isWhole ? [] : [{ begin, end }];
  const middle = begin + largestPowerBelow(end - begin);
  return older <= middle
    ? [...parts(older, { begin, end: middle }, isWhole), { begin: middle, end }]
    : [...parts(older, { begin: middle, end }, false), { begin, end: middle }];
}

/** True where the proof leads from the older root to both (RFC 9162, Section 2.1.4.2). */
export async function isConsistent(
  older: TreeHead,
  newer: TreeHead,
  proof: readonly Hash[],
): Promise<boolean> {
  if (older.size > newer.size) return false;
  if (older.size === newer.size) return proof.length === 0 && sameBytes(older.root, newer.root);
  if (older.size === 0) return proof.length === 0;
  let [at, last] = [older.size - 1, newer.size - 1];
  while (at % 2 === 1) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  const [first, ...rest] = at === 0 ? [older.root, ...proof] : proof;
  if (first === undefined || rest.length === 0) return false;
  let [one, other] = [first, first];
  for (const hash of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      one = await nodeHash(hash, one);
      other = await nodeHash(hash, other);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else {
      other = await nodeHash(other, hash);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && sameBytes(one, older.root) && sameBytes(other, newer.root);
}
