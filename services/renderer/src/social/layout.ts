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
const END_MARGIN = 60;
const COLUMN_START = EMBLEM.margin + EMBLEM.side + 50;
const COLUMN = {
  left: COLUMN_START,
  width: SOCIAL_PICTURE.width - COLUMN_START - END_MARGIN,
  height: SOCIAL_PICTURE.height - BAND.height - 2 * 36,
} as const;
const LABEL_WIDTH = 400;
const LEADING = 1.22;
/** Texts give way to each other in these steps. */
const SHARES = [1, 0.9, 0.8, 0.7, 0.6, 0.5] as const;

/** A text with its place: pixels from the picture's upper corner at the side at which it begins. */
export type PlacedText = {
  readonly text: FittedText;
  readonly colour: string;
  readonly start: number;
  readonly top: number;
  readonly width: number;
  readonly align: 'start' | 'end';
};

/** A text of the picture as it is to be set. */
export type SocialRow = {
  readonly said: Said;
  readonly weight: Weight;
  readonly colour: string;
  readonly largest: number;
  readonly lines: number;
  /** White above it. */
  readonly above: number;
};

/** The texts of the column, from the top down. */
export function socialRows(texts: SocialTexts, { dark }: Palette): readonly SocialRow[] {
  const { heading, achievement, holder, issuer, notes } = texts;
  const named = [
    rowOf(holder?.name, 'bold', INK, { largest: 40, lines: 2, above: 22 }),
    rowOf(holder?.note, 'regular', QUIET_INK, { largest: 22, lines: 1, above: 0 }),
  ];
  return [
    rowOf(heading, 'regular', QUIET_INK, { largest: 28, lines: 1, above: 0 }),
    rowOf(achievement, 'bold', dark, { largest: 62, lines: 3, above: 8 }),
    ...named,
    rowOf(issuer.label, 'regular', QUIET_INK, { largest: 22, lines: 1, above: 22 }),
    rowOf(issuer.name, 'bold', INK, { largest: 30, lines: 2, above: 0 }),
    ...notes.map((note) => rowOf(note, 'regular', QUIET_INK, { largest: 18, lines: 2, above: 12 })),
  ].filter((row) => row !== null);
}

function rowOf(
  said: Said | undefined,
  weight: Weight,
  colour: string,
  size: Pick<SocialRow, 'largest' | 'lines' | 'above'>,
): SocialRow | null {
  return said === undefined || said.text === '' ? null : { said, weight, colour, ...size };
}

/** The texts of the band, from its beginning to its end. */
export function bandRows({ check }: SocialTexts): readonly [label: SocialRow, address: SocialRow] {
  const row = { colour: PAPER, lines: 2, above: 0 };
  return [
    { ...row, said: check.label, weight: 'regular', largest: 26 },
    { ...row, said: check.address, weight: 'bold', largest: 28 },
  ];
}

/** The column of texts, in the middle of its height, and the line in the band at the foot. */
export function socialLayout(
  texts: SocialTexts,
  palette: Palette,
  fit: FitSaid,
): readonly PlacedText[] {
  return [...columnOf(socialRows(texts, palette), fit), ...bandOf(bandRows(texts), fit)];
}

function columnOf(rows: readonly SocialRow[], fit: FitSaid): readonly PlacedText[] {
  let fitted: readonly (SocialRow & { readonly text: FittedText })[] = [];
  let height = 0;
  for (const share of SHARES) {
    fitted = rows.map((row) => ({ ...row, text: fittedRow(row, share, COLUMN.width, fit) }));
    height = fitted.reduce((sum, { text, above }) => sum + above + heightOf(text), 0);
    if (height <= COLUMN.height) break;
  }
  // A letter under forty marks is as tall as a page: then all shrinks until it fits.
  const last = Math.min(1, COLUMN.height / height);
  let top = (SOCIAL_PICTURE.height - BAND.height - height * last) / 2;
  return fitted.map((row): PlacedText => {
    const text = { ...row.text, size: row.text.size * last };
    top += row.above * last;
    const place = { start: COLUMN.left, top, width: COLUMN.width };
    top += heightOf(text);
    return { text, colour: row.colour, align: 'start', ...place };
  });
}

function fittedRow(
  { said, weight, largest, lines }: SocialRow,
  share: number,
  width: number,
  fit: FitSaid,
): FittedText {
  const size = largest * share;
  const room = { width, height: size * LEADING * lines, leading: LEADING };
  return fit(said, weight, { ...room, largest: size, smallest: size * 0.5 });
}

function bandOf(
  [label, address]: ReturnType<typeof bandRows>,
  fit: FitSaid,
): readonly PlacedText[] {
  const whole = SOCIAL_PICTURE.width - EMBLEM.margin - END_MARGIN;
  const place = (row: SocialRow, start: number, width: number) => {
    const text = fittedRow(row, 1, width, fit);
    const top = SOCIAL_PICTURE.height - (BAND.height + heightOf(text)) / 2;
    return { text, colour: row.colour, start, top, width };
  };
  const rest = whole - LABEL_WIDTH;
  return [
    { ...place(label, EMBLEM.margin, LABEL_WIDTH - 20), align: 'start' },
    { ...place(address, EMBLEM.margin + LABEL_WIDTH, rest), align: 'end' },
  ];
}
