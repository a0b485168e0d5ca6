import type { Piece } from './breaks.ts';

/** Room for a text. Lengths are PDF points. */
export type Room = {
  readonly width: number;
  /** What it should not exceed: a text that would even at the smallest size takes what it needs. */
  readonly height: number;
  readonly largest: number;
  readonly smallest: number;
  /** Baseline to baseline, as a multiple of the size. A script that reaches further takes what it needs. */
  readonly leading: number;
};

/** A text with the widths of its parts, in ems. */
export type Measured = {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** Ends, in UTF-16 units, of what must not be cut apart. */
  readonly graphemes: readonly { readonly start: number; readonly end: number }[];
  readonly width: (start: number, end: number) => number;
  /** How far its ink reaches over and under the baseline. */
  readonly ascent: number;
  readonly descent: number;
};

/** Indices of a line in its text, without the spaces at its end. */
export type LineRange = { readonly start: number; readonly end: number };

export type Fitted<Text extends Measured> = {
  readonly lines: readonly LineRange[];
  readonly paragraph: Text;
  readonly size: number;
  readonly leading: number;
};

const SIZE_STEP = 0.5;
/** A line that is shaped by itself may be a hair wider than it was within its text. */
const SLACK = 0.99;
/** Headings and short paragraphs are set in lines of like length; the eye does not miss it in longer ones. */
const MAX_BALANCED_LINES = 5;
/** The least white between the ink of two lines, in ems. */
const LEAST_WHITE = 0.1;

/**
 * A text broken into lines at the largest size at which it fits; nothing of it is ever left out. Words
 * stay whole unless they are wider than a line of the smallest size.
 */
export function fitText<Text extends Measured>(measured: Text, room: Room): Fitted<Text> {
  for (const cutting of [false, true]) {
    for (let size = room.largest; size >= room.smallest; size -= SIZE_STEP) {
      const width = (room.width * SLACK) / size;
      const lines = broken(measured, width, cutting);
      if (lines === null || lines.length > linesIn(room, size, measured)) continue;
      return fitted(measured, balanced(measured, width, lines, cutting), size, room);
    }
    const lines = broken(measured, (room.width * SLACK) / room.smallest, cutting);
    if (lines !== null) return fitted(measured, lines, room.smallest, room);
  }
  throw new Error('A text can be broken where it may be cut.');
}

/** The height of a fitted text in points. */
export function heightOf({ lines, size, leading }: Fitted<Measured>): number {
  return lines.length * size * leading;
}

/** From the top of a fitted text to the baseline of its first line, in points. */
export function firstBaseline({ paragraph, size, leading }: Fitted<Measured>): number {
  const { ascent, descent } = paragraph;
  return size * ((leading - ascent - descent) / 2 + ascent);
}

function fitted<Text extends Measured>(
  paragraph: Text,
  lines: readonly LineRange[],
  size: number,
  room: Room,
): Fitted<Text> {
  return { lines, paragraph, size, leading: leadingOf(room, paragraph) };
}

function leadingOf({ leading }: Room, { ascent, descent }: Measured): number {
  return Math.max(leading, ascent + descent + LEAST_WHITE);
}

function linesIn(room: Room, size: number, paragraph: Measured): number {
  return Math.max(1, Math.floor(room.height / (size * leadingOf(room, paragraph)) + 1e-6));
}

/** Greedy lines; null where a piece is wider than a line and must stay whole. `width` is in ems. */
function broken(paragraph: Measured, width: number, cutting: boolean): readonly LineRange[] | null {
  const lines: LineRange[] = [];
  let line: LineRange | null = null;
  for (const whole of paragraph.pieces) {
    const tooWide = paragraph.width(whole.start, whole.end) > width;
    if (tooWide && !cutting) return null;
    for (const piece of tooWide ? cutPiece(paragraph, whole, width) : [whole]) {
      const longer: LineRange = { start: line?.start ?? piece.start, end: piece.end };
      if (line !== null && paragraph.width(longer.start, longer.end) > width) {
        lines.push(line);
        line = piece;
      } else line = longer;
    }
  }
  return line === null ? lines : [...lines, line];
}

/** The same number of lines in the narrowest column that needs no more of them. */
function balanced(
  paragraph: Measured,
  width: number,
  lines: readonly LineRange[],
  cutting: boolean,
): readonly LineRange[] {
  if (lines.length < 2 || lines.length > MAX_BALANCED_LINES) return lines;
  let best = lines;
  let [tooNarrow, wideEnough] = [width / 2, width];
  for (let step = 0; step < 8; step++) {
    const middle = (tooNarrow + wideEnough) / 2;
    const candidate = broken(paragraph, middle, cutting);
    if (candidate === null || candidate.length > lines.length) tooNarrow = middle;
    else [best, wideEnough] = [candidate, middle];
  }
  return best;
}

/** Parts of a piece that is wider than a line, cut between graphemes. */
function cutPiece(paragraph: Measured, whole: Piece, width: number): readonly Piece[] {
  const parts: Piece[] = [];
  let { start } = whole;
  let end = start;
  for (const grapheme of paragraph.graphemes) {
    if (grapheme.start < whole.start || grapheme.end > whole.end) continue;
    if (end > start && paragraph.width(start, grapheme.end) > width) {
      parts.push({ start, end });
      start = end;
    }
    end = grapheme.end;
  }
  return [...parts, { start, end }];
}
