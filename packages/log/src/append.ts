import { type Hash, nodeHash } from './hash.ts';
import { type ReadSubtrees, type Subtree, subtreesIn } from './subtree.ts';

export type HashedSubtree = Subtree & { readonly hash: Hash };

/** What is new in a tree: every subtree that became complete, and the root. */
export type Appended = { readonly complete: readonly HashedSubtree[]; readonly root: Hash };

/**
 * Appends leaves to a tree of `size` leaves. Of the tree as it was only its last subtrees are read, at most
 * one for each level.
 */
export async function append(
  size: number,
  leaves: readonly Hash[],
  read: ReadSubtrees,
): Promise<Appended> {
  const before = subtreesIn({ begin: 0, end: size });
  const hashes = await read(before);
  // Subtrees without a right neighbour, the largest first: each new leaf joins them as a carry does.
  const open: HashedSubtree[] = before.map((subtree, at) => ({
    ...subtree,
    hash: hashAt(hashes, at),
  }));
  const complete: HashedSubtree[] = [];
  for (const [at, leaf] of leaves.entries()) {
    let grown: HashedSubtree = { level: 0, position: size + at, hash: leaf };
    complete.push(grown);
    for (let left = open.at(-1); left?.level === grown.level; left = open.at(-1)) {
      open.pop();
      const hash = await nodeHash(left.hash, grown.hash);
      grown = { level: left.level + 1, position: left.position / 2, hash };
      complete.push(grown);
    }
    open.push(grown);
  }
  const last = open.at(-1);
  if (last === undefined) throw new Error('nothing was appended to nothing');
  let root = last.hash;
  for (const { hash } of open.slice(0, -1).reverse()) root = await nodeHash(hash, root);
  return { complete, root };
}

function hashAt(hashes: readonly Hash[], at: number): Hash {
  const hash = hashes[at];
  if (hash === undefined) throw new Error('a subtree that is complete was not to be had');
  return hash;
}
