/** The most that a PNG can name in a palette (PNG, Third Edition, Section 11.2.2). */
const MAX_COLOURS = 256;

/** A picture in at most 256 colours. */
export type Indexed = {
  /** `0xAABBGGRR` each; those that can be seen through come first. */
  readonly colours: readonly number[];
  /** Of each pixel the place of its colour, rows from the top. */
  readonly pixels: Uint8Array;
};

/**
 * Takes colours that are nearly alike together, as finely as the limit allows. Large areas keep their
 * colour to the bit: of those taken together the most frequent one stays.
 *
 * @param picture `0xAABBGGRR` of each pixel, not multiplied by its opacity.
 */
export function inFewColours(picture: Uint32Array): Indexed {
  const counts = countsOf(picture);
  for (let bits = 8; ; bits--) {
    const groups = new Map<number, number>();
    for (const [colour, count] of counts) {
      const group = coarser(colour, bits);
      const best = groups.get(group);
      if (best === undefined || count > (counts.get(best) ?? 0)) groups.set(group, colour);
    }
    if (groups.size <= MAX_COLOURS) return indexed(picture, groups, bits);
  }
}

function indexed(picture: Uint32Array, groups: ReadonlyMap<number, number>, bits: number): Indexed {
  const colours = [...groups.values()].sort((one, other) => one - other);
  const places = new Map(colours.map((colour, place) => [colour, place]));
  const pixels = new Uint8Array(picture.length);
  eachRun(picture, (colour, start, end) => {
    pixels.fill(places.get(groups.get(coarser(colour, bits)) ?? 0) ?? 0, start, end);
  });
  return { colours, pixels };
}

/** How often each colour is there, in the order in which they appear. */
function countsOf(picture: Uint32Array): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  eachRun(picture, (colour, start, end) => {
    counts.set(colour, (counts.get(colour) ?? 0) + end - start);
  });
  return counts;
}

/** Pixels of one colour that follow each other, and there are many, at once. */
function eachRun(
  picture: Uint32Array,
  take: (colour: number, start: number, end: number) => void,
): void {
  let start = 0;
  for (let pixel = 1; pixel <= picture.length; pixel++) {
    if (pixel < picture.length && picture[pixel] === picture[start]) continue;
    take(picture[start] ?? 0, start, pixel);
    start = pixel;
  }
}

/** A colour by the first bits of each channel alone. */
function coarser(colour: number, bits: number): number {
  const kept = (0xff << (8 - bits)) & 0xff;
  return (colour & ((kept << 24) | (kept << 16) | (kept << 8) | kept)) >>> 0;
}
