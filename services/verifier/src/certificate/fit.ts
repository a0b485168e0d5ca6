import { heightOf, LEADING, lengthInEm, linesOf } from './measure.ts';
import {
  CREST_MM,
  LOGO_MM,
  LOGO_WIDTH_MM,
  type PrintPage,
  ptOf,
  QR_MM,
  RAIL_MM,
} from './print-page.ts';
import type { Sheet } from './sheet.ts';
import type { SheetFact } from './sheet-facts.ts';
import { COLUMN_GAP, COLUMNS, GAP, LEGIBLE, SIZES } from './sizes.ts';
import type { Worded } from './tongue.ts';

/** By how much texts are set smaller in print: names and titles, and all others. */
export type Fit = { readonly large: number; readonly small: number };

/**
 * From the sizes that are meant to the least that are read at arm’s length: the smallest letters have six
 * points then. Names and titles give way sooner than what is small already.
 */
const STEPS: readonly Fit[] = [
  { large: 1, small: 1 },
  { large: 0.85, small: 1 },
  { large: 0.75, small: 0.95 },
  { large: 0.7, small: 0.9 },
  { large: 0.65, small: 0.85 },
  { large: 0.6, small: 0.8 },
  { large: 0.5, small: 0.8 },
  { large: 0.42, small: 0.8 },
];
const FURTHER_STEPS = [1.2, 1.1, 1, 0.9] as const;
const LEAST_FURTHER = 0.8;
/** Words that are long for their script leave lines shorter than reckoned. */
const CAUTION = 1.07;
/** Where the longest texts are elsewhere and the others do not fit: all but what is smallest already. */
const LAST_STEPS: readonly Fit[] = [
  { large: 0.4, small: 0.75 },
  { large: 0.36, small: 0.7 },
  { large: 0.32, small: 0.65 },
  { large: 0.28, small: 0.6 },
];
/** What is longer still takes more room than a page: nothing is cut. */
const LEAST: Fit = { large: 0.2, small: 0.3 };

/**
 * The largest texts of a sheet that stand on one page and are read there; null where none do. A browser
 * tells no stylesheet how long a text is, so it is reckoned here, rather too long than too short.
 */
export function fitOf(sheet: Sheet, page: PrintPage): Fit | null {
  return STEPS.find((fit) => fits(sheet, page, fit)) ?? null;
}

/** The same for a sheet that keeps nothing that could go elsewhere. */
export function tightestFitOf(sheet: Sheet, page: PrintPage): Fit {
  return LAST_STEPS.find((fit) => fits(sheet, page, fit)) ?? LEAST;
}

/** Points of a text that is made smaller, but not smaller than is read. */
function sized(size: number, share: number): number {
  return Math.max(LEGIBLE, size * share);
}

/** By how much the texts of a further page are set smaller to stand on one. */
export function furtherSmall(
  sheet: Sheet,
  { facts, columns }: Pick<Sheet, 'facts' | 'columns'>,
  { innerWidth, innerHeight }: PrintPage,
): number {
  const width = (innerWidth - COLUMN_GAP) / 2;
  const belongs = [...sheet.headings, ...sheet.holder, ...columns.map((one) => one.achievement)];
  const heightAt = (small: number) =>
    stack(belongs, sized(SIZES.description, small), width) +
    factsHeight(facts, innerWidth, small) +
    Math.max(
      ...columns.map(({ description }) =>
        stack(description === null ? [] : [description], sized(SIZES.description, small), width),
      ),
    ) +
    statementsHeight({ columns }, innerWidth, small) +
    12 * GAP;
  return FURTHER_STEPS.find((small) => heightAt(small) * CAUTION <= innerHeight) ?? LEAST_FURTHER;
}

function fits(sheet: Sheet, page: PrintPage, fit: Fit): boolean {
  const foot = stack(sheet.footers, sized(SIZES.foot, fit.small), page.innerWidth);
  const room = page.innerHeight - foot - GAP;
  const main = mainHeight(sheet, page, fit) * CAUTION;
  return page.orientation === 'landscape'
    ? main <= room && checkHeight(sheet, fit) <= room - ptOf(Math.max(18, RAIL_MM * fit.small))
    : main + ptOf(CREST_MM * fit.small + QR_MM) + 3 * GAP <= room &&
        besideCode(sheet, page, fit) <= ptOf(QR_MM);
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
  const stands = orientation === 'portrait';
  const headWidth = stands ? mainWidth : mainWidth - ptOf(LOGO_WIDTH_MM) - GAP;
  const columnWidth = (mainWidth - COLUMN_GAP * (sheet.columns.length - 1)) / sheet.columns.length;
  const holderSize = sized(sheet.holderIsNamed ? SIZES.name : SIZES.sentence, large);
  const head =
    stack(sheet.headings, sized(SIZES.heading, small), headWidth) +
    sheet.notes.reduce(
      (sum, note) => sum + blockHeight(note, sized(SIZES.note, small), headWidth - GAP) + GAP,
      0,
    );
  const holder =
    labelHeight(sheet.holderLabels, sized(SIZES.label, small), mainWidth) +
    stack(sheet.holder, holderSize, mainWidth) +
    labelHeight(sheet.holderNotes, sized(SIZES.note, small), mainWidth);
  const columns = sheet.columns.map(
    ({ label, achievement, description }) =>
      stack(label === null ? [] : [label], sized(SIZES.label, small), columnWidth) +
      blockHeight(achievement, sized(SIZES.achievement, large), columnWidth) +
      stack(
        description === null ? [] : [description],
        sized(SIZES.description, small),
        columnWidth,
      ),
  );
  return (
    head +
    (stands ? ptOf(LOGO_MM) * small : 0) +
    holder +
    Math.max(...columns) +
    factsHeight(sheet.facts, mainWidth, small) +
    statementsHeight(sheet, mainWidth, small) +
    signatoriesHeight(sheet, mainWidth, small) +
    8 * GAP
  );
}

function statementsHeight(
  { columns }: Pick<Sheet, 'columns'>,
  mainWidth: number,
  small: number,
): number {
  const width = (mainWidth - COLUMN_GAP) / 2;
  const size = sized(SIZES.statement, small);
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
      blockHeight(name, sized(SIZES.value, small), width) +
      (office === null ? 0 : blockHeight(office, sized(SIZES.note, small), width)),
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
  const size = sized(isList ? SIZES.list : SIZES.value, small);
  return (
    labelHeight(labels, sized(SIZES.note, small), width) +
    stack(
      values.map(({ worded }) => worded),
      size,
      width,
    ) +
    (iso === null ? 0 : sized(SIZES.note, small) * LEADING.plain)
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
    labelHeight(checkLabels, sized(SIZES.checkLabel, small), width) +
    stack(check, sized(SIZES.check, small), width) +
    (linesOf(url, sized(SIZES.check, small) * 1.1, width) + 1) *
      sized(SIZES.check, small) *
      LEADING.plain
  );
}
