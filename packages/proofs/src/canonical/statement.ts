/**
 * One statement with places in it: `texts` has one more than `slots`. A slot is the place of a leaf, or, where
 * it is negative, of the label of a blank node: -1 for the first, -2 for the second.
 */
export type Statement = { readonly texts: readonly string[]; readonly slots: readonly number[] };

/** What is filled into statements: leaves as N-Quads have them, and the labels of blank nodes. */
export type Filling = { readonly leaves: readonly string[]; readonly labels: readonly string[] };

/** What is filled into one place; empty where nothing is. */
export function inSlot(slot: number, { leaves, labels }: Filling): string {
  return (slot < 0 ? labels[-1 - slot] : leaves[slot]) ?? '';
}

/** A line of N-Quads, with its end. */
export function lineOf({ texts, slots }: Statement, filling: Filling): string {
  let line = texts[0] ?? '';
  for (let at = 0; at < slots.length; at += 1) {
    line += inSlot(slots[at] ?? 0, filling);
    line += texts[at + 1] ?? '';
  }
  return line;
}
