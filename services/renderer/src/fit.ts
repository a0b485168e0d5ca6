/** The width of a text in ems, that is at a size of 1. */
export type MeasureEms = (text: string) => number;

/** Room for a text. Lengths are PDF points. */
export type Room = {
  readonly width: number;
  readonly height: number;
  readonly largest: number;
  readonly smallest: number;
  /** Baseline to baseline, as a multiple of the size. */
  readonly leading: number;
};

export type FittedText = {
  readonly lines: readonly string[];
  readonly size: number;
  readonly leading: number;
  /** True where the text was cut; its last line ends in `…`. */
  readonly shortened: boolean;
};

const SIZE_STEP = 0.5;
/** Kerning across spaces is not measured; the lines stay this much inside their room. */
const SLACK = 0.985;
const ELLIPSIS = '…';
/** No room on a certificate holds so much; what lies beyond is not measured. */
const MAX_MEASURED_CHARACTERS = 4000;
/** Headings and short paragraphs are set in lines of like length; the eye does not miss it in longer ones. */
const MAX_BALANCED_LINES = 3;

/**
 * The text broken into lines at the largest size at which it fits. Words are cut only where no size
 * lets them stay whole, and the text only where even that does not fit; the result never exceeds the
 * room, unless the room is lower than one line of the smallest size.
 */
export function fitText(text: string, measure: MeasureEms, room: Room): FittedText {
  const characters = [...text];
  const measured = characters.slice(0, MAX_MEASURED_CHARACTERS).join('');
  const words = measured.split(' ').map((word) => ({ word, ems: measure(word) }));
  const space = measure(' ');
  if (characters.length > MAX_MEASURED_CHARACTERS)
    return shortenedText(words, space, measure, room);
  for (const cutBy of [null, measure]) {
    for (let size = room.largest; size >= room.smallest; size -= SIZE_STEP) {
      const width = (room.width * SLACK) / size;
      const lines = broken(words, space, width, cutBy);
      if (lines !== null && lines.length <= linesIn(room, size)) {
        const balanced = balancedLines(words, space, width, lines);
        return { lines: balanced, size, leading: room.leading, shortened: false };
      }
    }
  }
  return shortenedText(words, space, measure, room);
}

/** The height of a fitted text in points. */
export function heightOf({ lines, size, leading }: FittedText): number {
  return lines.length * size * leading;
}

type Word = { readonly word: string; readonly ems: number };

function linesIn({ height, leading }: Room, size: number): number {
  return Math.max(1, Math.floor(height / (size * leading) + 1e-6));
}

/** Greedy lines; null where a word is wider than a line and must stay whole (`cutBy` is null). */
function broken(
  words: readonly Word[],
  space: number,
  width: number,
  cutBy: MeasureEms | null,
): readonly string[] | null {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const { word, ems } of words.flatMap((whole) => cutWord(whole, width, cutBy))) {
    if (ems > width && cutBy === null) return null;
    if (line !== '' && used + space + ems > width) {
      lines.push(line);
      line = '';
    }
    used = line === '' ? ems : used + space + ems;
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** The same number of lines in the narrowest column that needs no more of them. */
function balancedLines(
  words: readonly Word[],
  space: number,
  width: number,
  lines: readonly string[],
): readonly string[] {
  if (lines.length < 2 || lines.length > MAX_BALANCED_LINES) return lines;
  let best = lines;
  let [tooNarrow, wideEnough] = [width / 2, width];
  for (let step = 0; step < 8; step++) {
    const middle = (tooNarrow + wideEnough) / 2;
    const candidate = broken(words, space, middle, null);
    if (candidate === null || candidate.length > lines.length) tooNarrow = middle;
    else [best, wideEnough] = [candidate, middle];
  }
  return best;
}

function cutWord(whole: Word, width: number, measure: MeasureEms | null): readonly Word[] {
  if (measure === null || whole.ems <= width) return [whole];
  const pieces: Word[] = [];
  let piece = { word: '', ems: 0 };
  for (const character of whole.word) {
    const ems = measure(character);
    if (piece.word !== '' && piece.ems + ems > width) {
      pieces.push(piece);
      piece = { word: '', ems: 0 };
    }
    piece = { word: piece.word + character, ems: piece.ems + ems };
  }
  return [...pieces, piece];
}

function shortenedText(
  words: readonly Word[],
  space: number,
  measure: MeasureEms,
  room: Room,
): FittedText {
  const size = room.smallest;
  const width = (room.width * SLACK) / size;
  const lines = (broken(words, space, width, measure) ?? []).slice(0, linesIn(room, size));
  let last = lines.at(-1) ?? '';
  while (last !== '' && measure(last + ELLIPSIS) > width) {
    last = last.includes(' ')
      ? last.slice(0, last.lastIndexOf(' '))
      : [...last].slice(0, -1).join('');
  }
  return {
    lines: [...lines.slice(0, -1), last + ELLIPSIS],
    size,
    leading: room.leading,
    shortened: true,
  };
}
