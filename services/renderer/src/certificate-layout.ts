import { cellRows, type FittedCell, rowsHeight } from './cells.ts';
import { type CertificateTexts, followedBy, type Said } from './certificate-texts.ts';
import type { Weight } from './fonts/weight.ts';
import {
  COLUMN_GAP,
  FOOT_HEIGHT,
  FOOT_WIDTH,
  LINE_GAP,
  MAIN_HEIGHT,
  MAIN_WIDTH,
  NOTE_PADDING,
  RAIL_WIDTH,
  RULE,
} from './page.ts';
import { type QrCode, qrCode } from './qr.ts';
import { heightOf, type Room } from './text/fit.ts';
import type { FitSaid, FittedText } from './text/fit-said.ts';

/** The least white between two groups of the main column. */
const LEAST_GAP = 9;
const GROUPS = 5;
/** Two lines of the smallest print, under their label. */
const LEAST_STATEMENTS_HEIGHT = 32;
/** The large texts give way to the small ones in these steps. */
const LARGE_TEXT_SHARES = [1, 0.85, 0.7, 0.55] as const;
/** Where a script stands so tall that even this does not do, all texts but the names are set smaller. */
const SMALL_TEXT_SHARES = [1, 0.85, 0.7] as const;

type Upper = {
  readonly heading: FittedText;
  readonly notes: readonly FittedText[];
  readonly holderLabel: FittedText;
  readonly holder: FittedText;
  readonly holderNote: FittedText | null;
  readonly achievementLabel: FittedText;
  readonly achievement: FittedText;
  readonly description: FittedText | null;
  readonly rows: readonly (readonly FittedCell[])[];
};

/** Every text in lines and sizes, such that all of it stands on one page and nothing touches. */
export type CertificateLayout = Upper & {
  readonly texts: CertificateTexts;
  readonly statements: readonly { readonly label: FittedText; readonly text: FittedText }[];
  readonly statementWidth: number;
  readonly checkLabel: FittedText;
  readonly check: FittedText;
  readonly url: FittedText;
  readonly qr: QrCode;
  readonly foot: FittedText;
};

/** Sets the texts. What fits at no size is cut, and the foot then says so. */
export function certificateLayout(
  texts: CertificateTexts,
  fit: FitSaid,
  hasBoxes: boolean,
): CertificateLayout {
  const upper = upperPart(texts, fit);
  const statementWidth =
    (MAIN_WIDTH - COLUMN_GAP * (texts.statements.length - 1)) / texts.statements.length;
  const statements = texts.statements.map(({ label, text }) => {
    const fitted = oneLine(fit, label, 8, statementWidth, 'bold');
    const height = MAIN_HEIGHT - upperHeight(upper) - heightOf(fitted);
    const room = { width: statementWidth, height, largest: 8.5, smallest: 6.5, leading: 1.4 };
    return { label: fitted, text: fit(text, 'regular', room) };
  });
  const shortened = [
    ...[upper.holder, upper.achievement, upper.description],
    ...upper.rows.flat().map(({ value }) => value),
    ...statements.map(({ text }) => text),
  ].some((fitted) => fitted?.shortened);
  const foot = [...(hasBoxes ? [texts.boxed] : []), ...(shortened ? [texts.shortened] : [])].reduce(
    followedBy,
    texts.footer,
  );
  return {
    texts,
    ...upper,
    statements,
    statementWidth,
    ...railPart(texts, fit),
    foot: fit(foot, 'regular', {
      width: FOOT_WIDTH,
      height: FOOT_HEIGHT,
      largest: 8,
      smallest: 5.5,
      ...LEADING,
    }),
  };
}

const LEADING = { leading: 1.35 } as const;

/** On one line, at the size that is meant where it fits. */
function oneLine(
  fit: FitSaid,
  said: Said,
  size: number,
  width: number,
  weight: Weight = 'regular',
): FittedText {
  const height = size * LEADING.leading;
  return fit(said, weight, { width, height, largest: size, smallest: size * 0.6, ...LEADING });
}

function upperPart(texts: CertificateTexts, fit: FitSaid): Upper {
  for (const share of SMALL_TEXT_SHARES) {
    const fixed = fixedTexts(texts, fit, share);
    for (const large of LARGE_TEXT_SHARES) {
      const upper = { ...fixed, ...largeTexts(texts, fit, large) };
      if (MAIN_HEIGHT - upperHeight(upper) >= LEAST_STATEMENTS_HEIGHT) return upper;
    }
  }
  throw new Error('The fixed texts of the certificate leave no room: a translation is too long.');
}

function fixedTexts(texts: CertificateTexts, fit: FitSaid, share: number) {
  const small = (said: Said) => oneLine(fit, said, 9 * share, MAIN_WIDTH);
  const noteWidth = MAIN_WIDTH - 2 * NOTE_PADDING.horizontal;
  return {
    heading: oneLine(fit, texts.heading, 15 * share, MAIN_WIDTH, 'bold'),
    notes: texts.notes.map((note) => oneLine(fit, note, 9 * share, noteWidth, 'bold')),
    holderLabel: small(texts.holderLabel),
    holderNote: texts.holderNote === null ? null : small(texts.holderNote),
    achievementLabel: small(texts.achievementLabel),
    rows: cellRows(texts.cells, fit, share),
  };
}

function largeTexts(texts: CertificateTexts, fit: FitSaid, share: number) {
  const room = (height: number, largest: number, smallest: number, leading = 1.22): Room => ({
    width: MAIN_WIDTH,
    height: height * share,
    largest,
    smallest,
    leading,
  });
  const { holder, holderIsNamed, achievement, description } = texts;
  return {
    // A sentence in place of a name must not look like a name.
    holder: holderIsNamed
      ? fit(holder, 'bold', room(62, 36, 9))
      : fit(holder, 'regular', room(62, 17, 9)),
    achievement: fit(achievement, 'bold', room(56, 23, 9)),
    description: description === null ? null : fit(description, 'regular', room(50, 11, 7.5, 1.4)),
  };
}

function railPart(texts: CertificateTexts, fit: FitSaid) {
  const room = (height: number, largest: number, smallest: number): Room => ({
    width: RAIL_WIDTH,
    height,
    largest,
    smallest,
    ...LEADING,
  });
  return {
    checkLabel: oneLine(fit, texts.checkLabel, 9.5, RAIL_WIDTH, 'bold'),
    check: fit(texts.check, 'regular', room(52, 7.5, 5)),
    url: fit(texts.url, 'bold', room(40, 8, 4)),
    qr: qrCode(texts.url.text),
  };
}

/** The texts of each group of the main column above the statements, from the top down. */
export function upperGroups(upper: Upper): readonly (readonly FittedText[])[] {
  return [
    [upper.heading],
    [upper.holderLabel, upper.holder, upper.holderNote].filter((fitted) => fitted !== null),
    [upper.achievementLabel, upper.achievement, upper.description].filter(
      (fitted) => fitted !== null,
    ),
  ];
}

/** Everything above the statements, with the least gaps. */
function upperHeight(upper: Upper): number {
  const lines = upperGroups(upper).flat();
  const texts = lines.reduce((height, fitted) => height + heightOf(fitted) + LINE_GAP, 0);
  const notes = upper.notes.reduce((height, note) => height + noteHeight(note), 0);
  const rules = 2 * (RULE.thickness + RULE.padding);
  return texts + notes + rowsHeight(upper.rows) + rules + LEAST_GAP * (GROUPS - 1);
}

/** A note with its ground and the white above it. */
export function noteHeight(note: FittedText): number {
  return heightOf(note) + NOTE_PADDING.above + 2 * NOTE_PADDING.vertical;
}
