import { append } from '../src/append.ts';
import type { Hash } from '../src/hash.ts';
import type { ReadSubtrees } from '../src/subtree.ts';

/** A tree in memory, which keeps the hash of every complete subtree. */
export function aTree(): {
  readonly read: ReadSubtrees;
  readonly append: (leaves: readonly Hash[]) => Promise<Hash>;
} {
  const hashes = new Map<string, Hash>();
  let size = 0;
  const read: ReadSubtrees = async (subtrees) =>
    subtrees.map(({ level, position }) => {
      const hash = hashes.get(`${level}/${position}`);
      if (hash === undefined) throw new Error(`no subtree ${level}/${position}`);
      return hash;
    });
  return {
    read,
    append: async (leaves) => {
      const { complete, root } = await append(size, leaves, read);
      for (const { level, position, hash } of complete) hashes.set(`${level}/${position}`, hash);
      size += leaves.length;
      return root;
    },
  };
}
