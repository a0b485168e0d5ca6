import { randomBelow, STATUS_LIST_LENGTH } from './draw.ts';

const LEAST_DECOYS = 48;
const SPREAD = 64;

/** A decoy's entry; half of them begin set. */
export type Decoy = { readonly index: number; readonly setAtSeconds: number | null };

/**
 * Entries of a new list that belong to no credential: how many there are and how many are set is
 * random, so that the number of set bits does not tell the number of revocations.
 */
export function decoysToBegin(nowSeconds: number): readonly Decoy[] {
  const indices = new Set<number>();
  const count = LEAST_DECOYS + randomBelow(SPREAD);
  while (indices.size < count) indices.add(randomBelow(STATUS_LIST_LENGTH));
  return [...indices].map((index) => ({
    index,
    setAtSeconds: randomBelow(2) === 0 ? null : nowSeconds,
  }));
}
