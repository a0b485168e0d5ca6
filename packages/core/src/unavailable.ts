/** What is said, within a Worker and to others, of a store that does not answer now and will again: messages do not cross. */
export const UNAVAILABLE = 'a store is unavailable';

/** A defect that passes: whoever asked may ask again. */
export function unavailable(what: string, cause?: unknown): Error {
  return new Error(`${UNAVAILABLE}: ${what}`, { cause });
}
