import { isJsonObject, type Json } from '@laurel/core/json';

/**
 * What canonizing one credential may cost, in digests made: some 25 µs each, so that all of it is less than
 * a second. The largest of the poisoned graphs of W3C's suite that have an end need a tenth of it.
 */
const MAX_WORK = 30_000;

const MAX_DEPTH = 100;

/** What the reading of JSON-LD costs before any digest is made, in the same unit; found by measuring. */
const COSTS = { object: 12, context: 80, itemsSquared: 1 / 1250, letter: 1 / 500 };

/**
 * How much of its work a credential has used up. Counted and not timed: no clock moves in a Worker while it
 * computes, and every machine must come to the same answer.
 */
export type Work = { spent: number };

/**
 * The same for all that is verified in one call: some five seconds, of the thirty that a call has. Many
 * credentials, or the lists and schemas that one leads to, could each be as expensive as one may be.
 */
const MAX_WORK_OF_A_CALL = 200_000;

/** True where a call has used up what it may: what comes next is not looked at. */
export function isCallSpent(ofCall: Work): boolean {
  return ofCall.spent > MAX_WORK_OF_A_CALL;
}

/** True once more was done than any credential should need. */
export function isTooMuch(work: Work): boolean {
  return work.spent > MAX_WORK;
}

/**
 * What it will cost to read a document as JSON-LD: each object, each context within it, each list, whose
 * items the library compares with one another, and each letter of its statements, which all repeat the id of
 * what they are about. Infinite where it is nested more deeply than anything is.
 */
export function costOfReading(document: Json, depth = 0): number {
  if (depth > MAX_DEPTH) return Number.POSITIVE_INFINITY;
  if (Array.isArray(document)) {
    return document.reduce<number>(
      (sum, item) => sum + costOfReading(item, depth + 1),
      document.length ** 2 * COSTS.itemsSquared,
    );
  }
  if (!isJsonObject(document)) return 1 + lettersIn(document) * COSTS.letter;
  const { id } = document;
  return Object.entries(document).reduce(
    (sum, [name, member]) =>
      sum +
      lettersIn(id) * statementsIn(member) * COSTS.letter +
      (name === '@context' ? costOfContexts(member, depth) : costOfReading(member, depth + 1)),
    COSTS.object,
  );
}

function lettersIn(value: Json | undefined): number {
  return typeof value === 'string' ? value.length : 0;
}

function statementsIn(member: Json): number {
  return Array.isArray(member) ? member.length : 1;
}

function costOfContexts(contexts: Json, depth: number): number {
  const all = Array.isArray(contexts) ? contexts : [contexts];
  return all.reduce<number>(
    (sum, context) => sum + COSTS.context + costOfReading(context, depth + 1),
    0,
  );
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
