import { cellRows, type FittedCell, rowsHeight } from './cells.ts';
import type { CertificateTexts, Printed } from './certificate-texts.ts';
import { type FittedText, fitText, heightOf, type Room } from './fit.ts';
import type { Fonts, Weight } from './fonts.ts';
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

/** The least white between two groups of the main column. */
const LEAST_GAP = 9;
const GROUPS = 5;
/** Two lines of the smallest print, under their label. */
const LEAST_STATEMENTS_HEIGHT = 32;
/** The large texts give way to the small ones in these steps. */
const LARGE_TEXT_SHARES = [1, 0.85, 0.7, 0.55] as const;

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
  readonly holderWeight: Weight;
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
  measure: Fonts['measure'],
): CertificateLayout {
  const fit: Fit = (text, weight, room) => fitText(text, measure[weight], { ...LEADING, ...room });
  const upper = upperPart(texts, measure, fit);
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
  return {
    texts,
    ...upper,
    holderWeight: weightOf(texts.holder),
    statements,
    statementWidth,
    ...railPart(texts, fit),
    foot: fit(shortened ? `${texts.footer} ${texts.shortened}` : texts.footer, 'regular', {
      width: FOOT_WIDTH,
      height: FOOT_HEIGHT,
      largest: 8,
      smallest: 5.5,
    }),
  };
}

const LEADING = { leading: 1.35 } as const;

type Fit = (
  text: string,
  weight: Weight,
  room: Omit<Room, 'leading'> & { readonly leading?: number },
) => FittedText;

/** On one line, at the size that is meant where it fits. */
function oneLine(
  fit: Fit,
  text: string,
  size: number,
  width: number,
  weight: Weight = 'regular',
): FittedText {
  const height = size * LEADING.leading;
  return fit(text, weight, { width, height, largest: size, smallest: size * 0.6 });
}

/** A sentence in place of a name must not look like a name. */
function weightOf({ replaced }: Printed): Weight {
  return replaced ? 'regular' : 'bold';
}

function upperPart(texts: CertificateTexts, measure: Fonts['measure'], fit: Fit): Upper {
  const small = (text: string) => oneLine(fit, text, 9, MAIN_WIDTH);
  const noteWidth = MAIN_WIDTH - 2 * NOTE_PADDING.horizontal;
  const fixed = {
    heading: oneLine(fit, texts.heading, 15, MAIN_WIDTH, 'bold'),
    notes: texts.notes.map((note) => oneLine(fit, note, 9, noteWidth, 'bold')),
    holderLabel: small(texts.holderLabel),
    holderNote: texts.holderNote === null ? null : small(texts.holderNote),
    achievementLabel: small(texts.achievementLabel),
    rows: cellRows(texts.cells, measure),
  };
  const large = (share: number): Upper => {
    const room = (height: number, largest: number, smallest: number, leading = 1.22) => ({
      width: MAIN_WIDTH,
      height: height * share,
      largest,
      smallest,
      leading,
    });
    const { holder, achievement, description } = texts;
    return {
      ...fixed,
      holder: fit(holder.text, weightOf(holder), room(62, holder.replaced ? 17 : 36, 9)),
      achievement: fit(achievement.text, 'bold', room(56, achievement.replaced ? 13 : 23, 9)),
      description:
        description === null ? null : fit(description, 'regular', room(50, 11, 7.5, 1.4)),
    };
  };
  for (const share of LARGE_TEXT_SHARES) {
    const upper = large(share);
    if (MAIN_HEIGHT - upperHeight(upper) >= LEAST_STATEMENTS_HEIGHT) return upper;
  }
  throw new Error('The fixed texts of the certificate leave no room: a translation is too long.');
}

function railPart(texts: CertificateTexts, fit: Fit) {
  const room = (height: number, largest: number, smallest: number) => ({
    width: RAIL_WIDTH,
    height,
    largest,
    smallest,
  });
  return {
    checkLabel: oneLine(fit, texts.checkLabel, 9.5, RAIL_WIDTH, 'bold'),
    check: fit(texts.check, 'regular', room(52, 7.5, 5)),
    url: fit(texts.url, 'bold', room(40, 8, 4)),
    qr: qrCode(texts.url),
  };
}

/** Everything above the statements, with the least gaps. */
function upperHeight(upper: Upper): number {
  const groups = [
    [upper.heading],
    [upper.holderLabel, upper.holder, upper.holderNote],
    [upper.achievementLabel, upper.achievement, upper.description],
  ];
  const lines = groups.flat().filter((fitted) => fitted !== null);
  const texts = lines.reduce((height, fitted) => height + heightOf(fitted) + LINE_GAP, 0);
  const notes = upper.notes.reduce(
    (height, note) => height + heightOf(note) + NOTE_PADDING.above + 2 * NOTE_PADDING.vertical,
    0,
  );
  const rules = 2 * (RULE.thickness + RULE.padding);
  return texts + notes + rowsHeight(upper.rows) + rules + LEAST_GAP * (GROUPS - 1);
}
