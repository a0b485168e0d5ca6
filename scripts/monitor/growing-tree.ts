import { append } from '@laurel/log/append';
import type { Hash } from '@laurel/log/hash';
import { type Subtree, subtreesIn } from '@laurel/log/subtree';
import { TILE_LEVELS } from '@laurel/log/tile';

export type GrowingTree = {
  /** Appends leaves, and answers the root that there is then. */
  readonly append: (leaves: readonly Hash[]) => Promise<Hash>;
  /** A hash that stands in a tile; null where there is none. */
  readonly tileHash: (tileLevel: number, position: number) => Hash | null;
};

/** A tree that remembers of itself what its tiles hold, and what the next leaves join. */
export function growingTree(): GrowingTree {
  const inTiles = new Map<string, Hash>();
  let open = new Map<string, Hash>();
  let size = 0;
  return {
    append: async (leaves) => {
      const { complete, root } = await append(size, leaves, async (wanted) =>
        wanted.map((subtree) => kept(open.get(nameOf(subtree)))),
      );
      const known = new Map(open);
      for (const subtree of complete) {
        known.set(nameOf(subtree), subtree.hash);
        if (subtree.level % TILE_LEVELS === 0) inTiles.set(nameOf(subtree), subtree.hash);
      }
      size += leaves.length;
      open = new Map(
        subtreesIn({ begin: 0, end: size }).map((subtree) => [
          nameOf(subtree),
          kept(known.get(nameOf(subtree))),
        ]),
      );
      return root;
    },
    tileHash: (tileLevel, position) =>
      inTiles.get(nameOf({ level: tileLevel * TILE_LEVELS, position })) ?? null,
  };
}

function nameOf({ level, position }: Subtree): string {
  return `${level}/${position}`;
}

function kept(hash: Hash | undefined): Hash {
  if (hash === undefined) throw new Error('a subtree was not kept');
  return hash;
}
