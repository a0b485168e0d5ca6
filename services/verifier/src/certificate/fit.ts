import { heightOf, LEADING, lengthInEm, linesOf } from './measure.ts';
import { type PrintPage, ptOf, QR_MM, RAIL_MM } from './print-page.ts';
import type { Sheet } from './sheet.ts';
import type { SheetFact } from './sheet-facts.ts';
import { COLUMN_GAP, COLUMNS, GAP, SIZES } from './sizes.ts';
import type { Worded } from './tongue.ts';

/** By how much texts are set smaller in print: names and titles, and all others. */
export type Fit = { readonly large: number; readonly small: number };

/** From the sizes that are meant to the least; names and titles give way sooner than what is small already. */
const STEPS: readonly Fit[] = [
  { large: 1, small: 1 },
  { large: 0.85, small: 1 },
  { large: 0.75, small: 0.95 },
  { large: 0.7, small: 0.9 },
  { large: 0.65, small: 0.85 },
  { large: 0.6, small: 0.8 },
  { large: 0.55, small: 0.74 },
  { large: 0.5, small: 0.68 },
  { large: 0.46, small: 0.62 },
  { large: 0.42, small: 0.57 },
  { large: 0.38, small: 0.52 },
  { large: 0.34, small: 0.47 },
  { large: 0.3, small: 0.42 },
];
/** Words that are long for their script leave lines shorter than reckoned. */
const CAUTION = 1.07;
/** What is longer still takes a second page: nothing is cut. */
const FLOOR: Fit = { large: 0.26, small: 0.38 };

/**
 * The largest texts of a sheet that stand on one page. A browser tells no stylesheet how long a text is,
 * so it is reckoned here, rather too long than too short.
 */
export function fitOf(sheet: Sheet, page: PrintPage): Fit {
  return STEPS.find((fit) => fits(sheet, page, fit)) ?? FLOOR;
}

function fits(sheet: Sheet, page: PrintPage, fit: Fit): boolean {
  const foot = stack(sheet.footers, SIZES.foot * fit.small, page.innerWidth);
  const room = page.innerHeight - foot - GAP;
  const main = mainHeight(sheet, page, fit) * CAUTION;
  return page.orientation === 'landscape'
    ? main <= room && checkHeight(sheet, fit) <= room - ptOf(Math.max(18, RAIL_MM * fit.small))
    : main + ptOf(QR_MM) + 2 * GAP <= room && besideCode(sheet, page, fit) <= ptOf(QR_MM);
}

/** Texts under each other. */
function stack(texts: readonly Worded[], size: number, width: number): number {
  return texts.reduce((sum, text) => sum + blockHeight(text, size, width), 0);
}

function blockHeight(text: Worded, size: number, width: number): number {
  return linesOf(text.text, size, width) * size * LEADING[heightOf(text)];
}

/** Labels of several languages beside each other, as long as they fit. */
function labelHeight(labels: readonly Worded[], size: number, width: number): number {
  const length = labels.reduce((sum, { text }) => sum + lengthInEm(text) + 1, 0) * size;
  const tallest = Math.max(0, ...labels.map((label) => LEADING[heightOf(label)]));
  return length <= width ? size * tallest : stack(labels, size, width);
}

function mainHeight(sheet: Sheet, { mainWidth, orientation }: PrintPage, fit: Fit): number {
  const { small, large } = fit;
  const headWidth = orientation === 'landscape' ? mainWidth : mainWidth - ptOf(QR_MM) - GAP;
  const columnWidth = (mainWidth - COLUMN_GAP * (sheet.columns.length - 1)) / sheet.columns.length;
  const holderSize = (sheet.holderIsNamed ? SIZES.name : SIZES.sentence) * large;
  const head =
    stack(sheet.headings, SIZES.heading * small, headWidth) +
    sheet.notes.reduce(
      (sum, note) => sum + blockHeight(note, SIZES.note * small, headWidth - GAP) + GAP,
      0,
    );
  const holder =
    labelHeight(sheet.holderLabels, SIZES.label * small, mainWidth) +
    stack(sheet.holder, holderSize, mainWidth) +
    labelHeight(sheet.holderNotes, SIZES.note * small, mainWidth);
  const columns = sheet.columns.map(
    ({ label, achievement, description }) =>
      stack(label === null ? [] : [label], SIZES.label * small, columnWidth) +
      blockHeight(achievement, SIZES.achievement * large, columnWidth) +
      stack(description === null ? [] : [description], SIZES.description * small, columnWidth),
  );
  return (
    (orientation === 'landscape' ? head : Math.max(head, ptOf(QR_MM))) +
    holder +
    Math.max(...columns) +
    factsHeight(sheet.facts, mainWidth, small) +
    statementsHeight(sheet, mainWidth, small) +
    signatoriesHeight(sheet, mainWidth, small) +
    8 * GAP
  );
}

function statementsHeight({ columns }: Sheet, mainWidth: number, small: number): number {
  const width = (mainWidth - COLUMN_GAP) / 2;
  const size = SIZES.statement * small;
  const heights = columns.map(({ statements }) =>
    statements.map(({ label, text }) => stack([label, text], size, width)),
  );
  return columns.length === 1
    ? Math.max(0, ...heights.flat())
    : Math.max(...heights.map((all) => all.reduce((sum, one) => sum + one + GAP / 2, 0)));
}

function signatoriesHeight(sheet: Sheet, mainWidth: number, small: number): number {
  if (sheet.signatories.length === 0) return 0;
  const width = (mainWidth - COLUMN_GAP) / 2;
  const heights = sheet.signatories.map(
    ({ name, office }) =>
      blockHeight(name, SIZES.value * small, width) +
      (office === null ? 0 : blockHeight(office, SIZES.note * small, width)),
  );
  return Math.max(...heights) + 2 * GAP;
}

/** Facts in three columns, one row after the other, as a grid places them. */
function factsHeight(facts: readonly SheetFact[], mainWidth: number, small: number): number {
  const one = (mainWidth - COLUMN_GAP * (COLUMNS - 1)) / COLUMNS;
  const rows: { columns: number; height: number }[] = [];
  for (const fact of facts) {
    const span = spanOf(fact);
    const height = factHeight(fact, one * span + COLUMN_GAP * (span - 1), small);
    const row = rows.at(-1);
    if (row === undefined || row.columns + span > COLUMNS) rows.push({ columns: span, height });
    else {
      row.columns += span;
      row.height = Math.max(row.height, height);
    }
  }
  return rows.reduce((sum, { height }) => sum + height + GAP, 0);
}

/** Lengths in em from which a value is given a second column, and a list the third. */
const WIDE_VALUE = 21;
const LONG_LIST = 34;

/** How many of the three columns a fact takes. */
export function spanOf({ isList, values }: SheetFact): number {
  const longest = Math.max(...values.map(({ worded }) => lengthInEm(worded.text)));
  if (isList) return longest > LONG_LIST ? COLUMNS : 2;
  return longest > WIDE_VALUE ? 2 : 1;
}

function factHeight(
  { labels, values, iso, isList }: SheetFact,
  width: number,
  small: number,
): number {
  const size = (isList ? SIZES.list : SIZES.value) * small;
  return (
    labelHeight(labels, SIZES.note * small, width) +
    stack(
      values.map(({ worded }) => worded),
      size,
      width,
    ) +
    (iso === null ? 0 : SIZES.note * small * LEADING.plain)
  );
}

/** The texts under the code of a sheet that lies. */
function checkHeight(sheet: Sheet, { small }: Fit): number {
  return checkTexts(sheet, small, ptOf(RAIL_MM)) + ptOf(QR_MM) + GAP;
}

/** The texts beside the code of a sheet that stands. */
function besideCode(sheet: Sheet, { innerWidth }: PrintPage, { small }: Fit): number {
  return checkTexts(sheet, small, innerWidth - ptOf(QR_MM) - 2 * GAP);
}

function checkTexts({ checkLabels, check, url }: Sheet, small: number, width: number): number {
  return (
    labelHeight(checkLabels, SIZES.checkLabel * small, width) +
    stack(check, SIZES.check * small, width) +
    (linesOf(url, SIZES.check * small * 1.1, width) + 1) * SIZES.check * small * LEADING.plain
  );
}
