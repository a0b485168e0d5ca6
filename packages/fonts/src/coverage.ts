/** First and last code point of each run that a font covers, one after the other, ascending. */
export type Coverage = readonly number[];

/** True where a font of that coverage has a glyph for the code point. */
export function covers(coverage: Coverage, codePoint: number): boolean {
  let [low, high] = [0, coverage.length / 2 - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (codePoint < (coverage[2 * middle] ?? 0)) high = middle - 1;
    else if (codePoint > (coverage[2 * middle + 1] ?? 0)) low = middle + 1;
    else return true;
  }
  return false;
}
