/**
 * Of one bound parameter: half of what D1 takes in a value, a string or a row, which is 2,000,000 bytes
 * (Cloudflare D1, "Limits"), so that what a statement makes of it has room as well.
 */
export const MAX_PARAMETER_BYTES = 1_000_000;

const UTF8 = new TextEncoder();

/**
 * A list as JSON arrays, each below `maxBytes`, for `json_each(?)`: so one bound parameter carries a set, as a
 * statement takes 100 of them and is itself 100 KB at most (Cloudflare D1, "Limits"). An item that is larger by
 * itself stands alone.
 */
export function jsonChunks(
  items: readonly unknown[],
  maxBytes = MAX_PARAMETER_BYTES,
): readonly string[] {
  const chunks: string[][] = [];
  let room = 0;
  for (const item of items) {
    const text = JSON.stringify(item);
    const bytes = UTF8.encode(text).length + 1;
    const last = chunks.at(-1);
    if (last === undefined || bytes > room) {
      chunks.push([text]);
      room = maxBytes - bytes;
    } else {
      last.push(text);
      room -= bytes;
    }
  }
  return chunks.map((texts) => `[${texts.join(',')}]`);
}
