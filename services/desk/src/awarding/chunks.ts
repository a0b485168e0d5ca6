/** Of one bound parameter, well below what D1 takes. */
export const MAX_PARAMETER_BYTES = 1_000_000;

/**
 * Cuts a list into pieces whose JSON stays below `maxBytes`: D1 takes a value of up to 2 MB in one
 * bound parameter (Cloudflare D1, "Limits"). An item that is larger by itself stands alone.
 */
export function chunksByBytes<Item>(
  items: readonly Item[],
  maxBytes: number,
): readonly (readonly Item[])[] {
  const chunks: Item[][] = [];
  let room = 0;
  for (const item of items) {
    const bytes = new TextEncoder().encode(JSON.stringify(item)).length + 1;
    const last = chunks.at(-1);
    if (last === undefined || bytes > room) {
      chunks.push([item]);
      room = maxBytes - bytes;
    } else {
      last.push(item);
      room -= bytes;
    }
  }
  return chunks;
}
