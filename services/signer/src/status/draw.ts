/** Entries of a list: the least that lets one entry hide among many (Bitstring Status List 1.0, Section 6.1). */
export const STATUS_LIST_LENGTH = 131_072;

/** A list takes no more when half of it is drawn, so that a random draw seldom meets a taken entry. */
export const MAX_DRAWN = STATUS_LIST_LENGTH / 2;

/** A random whole number below `limit`, each equally likely. */
export function randomBelow(limit: number): number {
  const even = Math.floor(2 ** 32 / limit) * limit;
  for (;;) {
    const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
    if (drawn < even) return drawn % limit;
  }
}
