/** What canonizing one credential may cost: digests made and orders of blank nodes tried. */
const MAX_WORK = 20_000;

/**
 * How much of its work a credential has used up. Counted and not timed: no clock moves in a Worker while it
 * computes, and every machine must come to the same answer.
 */
export type Work = { spent: number };

/** True once more was done than any credential should need. */
export function isTooMuch(work: Work): boolean {
  return work.spent > MAX_WORK;
}

/**
 * The options by which `rdf-canonize` spends work and stops where there is too much of it. Its own bound
 * counts neither how many quads a blank node has nor orders that are given up early, so it is not used.
 *
 * @param algorithm the digest of the suite: `SHA-256` or `SHA-384`.
 */
export function boundedBy(work: Work, algorithm: string) {
  return {
    maxWorkFactor: Number.POSITIVE_INFINITY,
    createMessageDigest: () => digestSpending(work, algorithm),
    signal: {
      get aborted(): boolean {
        work.spent += 1;
        return isTooMuch(work);
      },
      reason: 'too much work',
    },
  };
}

function digestSpending(work: Work, algorithm: string) {
  work.spent += 1;
  if (isTooMuch(work)) throw new Error('too much work');
  let content = '';
  return {
    update(part: string): void {
      content += part;
    },
    async digest(): Promise<string> {
      const bytes = await crypto.subtle.digest(algorithm, new TextEncoder().encode(content));
      return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join(
        '',
      );
    },
  };
}
