import { INK, PAPER, type Palette, QUIET_INK } from '@laurel/art/palette';
import { SOCIAL_PICTURE } from '@laurel/core/social-picture';
import type { Weight } from '../fonts/weight.ts';
import { heightOf } from '../text/fit.ts';
import type { FitSaid, FittedText } from '../text/fit-said.ts';
import type { SocialTexts } from './texts.ts';

type Said = Parameters<FitSaid>[0];

/** The band at the foot, and the emblem. Lengths are pixels. */
export const BAND = { height: 84 } as const;
export const EMBLEM = { side: 392, margin: 52 } as const;
const TEXT_MARGIN = 60;
const COLUMN = {
  left: EMBLEM.margin + EMBLEM.side + 50,
  width: SOCIAL_PICTURE.width - EMBLEM.margin - EMBLEM.side - 50 - TEXT_MARGIN,
  height: SOCIAL_PICTURE.height - BAND.height - 2 * 36,
} as const;
/** Texts give way to each other in these steps. */
const SHARES = [1, 0.9, 0.8, 0.7, 0.6, 0.5] as const;

/** A text with its place: pixels from the picture's upper left corner. */
export type PlacedText = {
  readonly text: FittedText;
  readonly colour: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
};

type Row = {
  readonly said: Said;
  readonly weight: Weight;
  readonly colour: string;
  readonly largest: number;
  readonly lines: number;
  /** White above it. */
  readonly above: number;
};

/** The texts of the picture, each with its weight. */
export function socialRows(texts: SocialTexts, { dark }: Palette): readonly Row[] {
  const row = (
    said: Said | null | undefined,
    weight: Weight,
    colour: string,
    [largest, lines, above]: Size,
  ) =>
    said === null || said === undefined || said.text === ''
      ? []
      : [{ said, weight, colour, largest, lines, above }];
  return [
    ...row(texts.heading, 'regular', dark, [28, 1, 0]),
    ...row(texts.achievement, 'bold', dark, [62, 3, 8]),
    ...row(texts.holder?.name, 'bold', INK, [40, 2, 22]),
    ...row(texts.holder?.note, 'regular', QUIET_INK, [22, 1, 0]),
    ...row(texts.issuer, 'regular', INK, [30, 2, 22]),
    ...row(texts.demonstration, 'regular', QUIET_INK, [22, 2, 14]),
  ];
}

type Size = readonly [largest: number, lines: number, above: number];

/** The column of texts, in the middle of its height, and the line in the band at the foot. */
export function socialLayout(
  texts: SocialTexts,
  palette: Palette,
  fit: FitSaid,
): readonly PlacedText[] {
  const rows = socialRows(texts, palette);
  return [...columnOf(rows, fit), checkLine(texts.check, fit)];
}

function columnOf(rows: readonly Row[], fit: FitSaid): readonly PlacedText[] {
  let fitted: readonly (Row & { readonly text: FittedText })[] = [];
  let height = 0;
  for (const share of SHARES) {
    fitted = rows.map((row) => ({ ...row, text: fittedRow(row, share, fit) }));
    height = fitted.reduce((sum, { text, above }) => sum + above + heightOf(text), 0);
    if (height <= COLUMN.height) break;
  }
  // A letter under forty marks is as tall as a page: then all shrinks until it fits.
  const last = Math.min(1, COLUMN.height / height);
  let top = (SOCIAL_PICTURE.height - BAND.height - height * last) / 2;
  return fitted.map((row) => {
    const text = { ...row.text, size: row.text.size * last };
    top += row.above * last;
    const placed = { text, colour: row.colour, left: COLUMN.left, top, width: COLUMN.width };
    top += heightOf(text);
    return placed;
  });
}

function fittedRow({ said, weight, largest, lines }: Row, share: number, fit: FitSaid): FittedText {
  const leading = 1.22;
  return fit(said, weight, {
    width: COLUMN.width,
    height: largest * share * leading * lines,
    largest: largest * share,
    smallest: largest * share * 0.5,
    leading,
  });
}

function checkLine(check: Said, fit: FitSaid): PlacedText {
  const room = { left: EMBLEM.margin, width: SOCIAL_PICTURE.width - EMBLEM.margin - TEXT_MARGIN };
  const text = fit(check, 'bold', {
    width: room.width,
    height: BAND.height,
    largest: 30,
    smallest: 16,
    leading: 1.22,
  });
  const top = SOCIAL_PICTURE.height - BAND.height + (BAND.height - heightOf(text)) / 2;
  return { text, colour: PAPER, top, ...room };
}
