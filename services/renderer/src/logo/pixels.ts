/** Pixels as a PDF takes them: colours as they are by themselves, three bytes each, and their opacity. */
export type Pixels = {
  readonly width: number;
  readonly height: number;
  readonly colours: Uint8Array;
  /** Null where all of it is opaque. */
  readonly opacity: Uint8Array | null;
};

/** Pixels of colours that were multiplied by their opacity, four bytes each. */
export function separated(width: number, height: number, multiplied: Uint8Array): Pixels {
  const count = width * height;
  const colours = new Uint8Array(3 * count);
  const opacity = new Uint8Array(count);
  for (let pixel = 0; pixel < count; pixel++) {
    const alpha = multiplied[4 * pixel + 3] ?? 0;
    opacity[pixel] = alpha;
    for (let channel = 0; channel < 3; channel++) {
      const value = multiplied[4 * pixel + channel] ?? 0;
      colours[3 * pixel + channel] =
        alpha === 0 ? 0xff : Math.min(0xff, Math.round((value * 0xff) / alpha));
    }
  }
  return { width, height, colours, opacity: opacity.every((one) => one === 0xff) ? null : opacity };
}
