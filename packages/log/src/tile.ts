/** The levels of the tree that one tile spans, and how many hashes or entries it holds when it is full. */
export const TILE_LEVELS = 8;
export const TILE_WIDTH = 256;

/** A tile of hashes, or a bundle of entries, which has no level (C2SP tlog-tiles). */
export type Tile = {
  readonly level: number | 'entries';
  readonly index: number;
  /** {@link TILE_WIDTH} where it is full. */
  readonly width: number;
};

/** Where a tile lies below a log's prefix: `tile/0/x001/234.p/5`. */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const parts = padded.match(/.{3}/g) ?? [];
  const path = parts.map((part, at) => (at === parts.length - 1 ? part : `x${part}`)).join('/');
  return `tile/${level}/${path}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

const TILE_PATH =
  /^tile\/(entries|[0-9]|[1-5][0-9]|6[0-3])\/((?:x[0-9]{3}\/){0,4}[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/;

/** The tile at such a path; null for any other, also for a longer way to write the same. */
export function readTilePath(path: string): Tile | null {
  const [, levelText = '', number, widthText] = TILE_PATH.exec(path) ?? [];
  if (number === undefined) return null;
  const tile = {
    level: levelText === 'entries' ? ('entries' as const) : Number(levelText),
    index: Number(number.replaceAll(/[x/]/g, '')),
    width: widthText === undefined ? TILE_WIDTH : Number(widthText),
  };
  return tile.width <= TILE_WIDTH && tilePath(tile) === path ? tile : null;
}

/** How many hashes of a level a tree of this size has: those of subtrees that are complete. */
export function hashesAt(level: number | 'entries', size: number): number {
  return level === 'entries' ? size : Math.floor(size / 2 ** (TILE_LEVELS * level));
}

/** Every tile of a level in a tree of this size, the last one perhaps partial. */
export function tilesOf(level: number | 'entries', size: number): readonly Tile[] {
  const hashes = hashesAt(level, size);
  return Array.from({ length: Math.ceil(hashes / TILE_WIDTH) }, (_, index) => ({
    level,
    index,
    width: Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH),
  }));
}
