import { joined, piecesOf } from '../pieces.ts';
import { wordsIn } from '../words.ts';

/** A word of a page, with those of its pieces that no text has said yet. */
export type Untold = { readonly word: string; readonly pieces: readonly string[] };

/** What words say that texts do not, and whether they say all of the texts. */
export type Compared = {
  /** In their order. */
  readonly more: readonly Untold[];
  readonly isWhole: boolean;
};

/** Words of which nothing was told. Punctuation says nothing. */
export function untold(words: readonly string[]): readonly Untold[] {
  return words
    .map((word) => ({ word, pieces: piecesOf(word) }))
    .filter(({ pieces }) => pieces.length > 0);
}

/**
 * Takes words of a page out of the texts that may stand there, each as often as it stands there: whatever
 * is said once more than it should be is left. Lines may part a word, and scripts without spaces begin and
 * end them anywhere; such a part is taken letter by letter.
 */
export function takenFrom(texts: readonly string[], words: readonly Untold[]): Compared {
  const expected = counted(texts.flatMap(wordsIn).flatMap(piecesOf));
  const unmatched = words.map(({ word, pieces }) => ({
    word,
    pieces: pieces.filter((piece) => !take(expected, piece)),
  }));
  const letters = counted([...expected].flatMap(([piece, times]) => [...piece.repeat(times)]));
  const lines = texts.map(joined);
  const isPart = (piece: string) =>
    lines.some((line) => line.includes(piece)) && takeAll(letters, [...piece]);
  const more = unmatched
    .map(({ word, pieces }) => ({ word, pieces: pieces.filter((piece) => !isPart(piece)) }))
    .filter(({ pieces }) => pieces.length > 0);
  const left = [...letters.values()].reduce((sum, times) => sum + times, 0);
  return { more, isWhole: left === 0 };
}

type Counts = Map<string, number>;

function counted(all: readonly string[]): Counts {
  const counts: Counts = new Map();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

function take(counts: Counts, one: string): boolean {
  const times = counts.get(one) ?? 0;
  if (times > 0) counts.set(one, times - 1);
  return times > 0;
}

/** All of them or none. */
function takeAll(counts: Counts, all: readonly string[]): boolean {
  const wanted = counted(all);
  const enough = [...wanted].every(([one, times]) => (counts.get(one) ?? 0) >= times);
  if (enough) for (const [one, times] of wanted) counts.set(one, (counts.get(one) ?? 0) - times);
  return enough;
}
