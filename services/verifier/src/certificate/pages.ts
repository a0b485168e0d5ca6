import type { CertificateKey } from '@laurel/i18n/certificate-keys';
import { certificateMessagesFor } from '@laurel/i18n/certificate-messages';
import { type Fit, fitOf, furtherSmall, tightestFitOf } from './fit.ts';
import type { PrintPage } from './print-page.ts';
import type { Sheet, SheetColumn } from './sheet.ts';
import type { SheetFact } from './sheet-facts.ts';
import type { Worded } from './tongue.ts';

/** What stands after the first page of a certificate that is too long to be read on one. */
export type Further = {
  /** That it goes on here. */
  readonly continued: readonly Worded[];
  readonly facts: readonly SheetFact[];
  readonly columns: readonly SheetColumn[];
  /** By how much its texts are set smaller. */
  readonly small: number;
};

/** A certificate as it is shared out on pages. */
export type Pages = { readonly first: Sheet; readonly fit: Fit; readonly further: Further | null };

type Movable = 'statements' | 'description' | 'evidence';

/** The longest texts go to a further page, in the order in which the PDF moves them. */
const MOVED: readonly (readonly Movable[])[] = [
  [],
  ['statements'],
  ['statements', 'description'],
  ['statements', 'description', 'evidence'],
];

/** Shares out a certificate: on one page if it can be read there, and nothing is left out. */
export function pagesOf(sheet: Sheet, page: PrintPage): Pages {
  for (const away of MOVED) {
    const first = firstOf(sheet, away);
    const fit = fitOf(first, page);
    if (fit !== null) return { first, fit, further: furtherOf(sheet, away, page) };
  }
  const away = MOVED.at(-1) ?? [];
  const first = firstOf(sheet, away);
  return { first, fit: tightestFitOf(first, page), further: furtherOf(sheet, away, page) };
}

function firstOf(sheet: Sheet, away: readonly Movable[]): Sheet {
  if (away.length === 0) return sheet;
  const elsewhere = saidOnce(sheet, 'certificate-elsewhere').map((worded) => ({ worded }));
  return {
    ...sheet,
    columns: sheet.columns.map((column) => ({
      ...column,
      description: away.includes('description') ? null : column.description,
      statements: column.statements.map(({ label }) => ({
        label,
        text: saidIn(column, 'certificate-elsewhere'),
      })),
    })),
    facts: sheet.facts.map((fact) =>
      isMoved(fact, away) ? { ...fact, isList: false, values: elsewhere } : fact,
    ),
  };
}

function furtherOf(sheet: Sheet, away: readonly Movable[], page: PrintPage): Further | null {
  if (away.length === 0) return null;
  const further = {
    continued: saidOnce(sheet, 'certificate-continued'),
    facts: sheet.facts.filter((fact) => isMoved(fact, away)),
    columns: sheet.columns.map((column) => ({
      ...column,
      description: away.includes('description') ? column.description : null,
    })),
  };
  return { ...further, small: furtherSmall(sheet, further, page) };
}

function isMoved({ isList }: SheetFact, away: readonly Movable[]): boolean {
  return isList && away.includes('evidence');
}

/** A message in each language of a sheet, and once where two of them have it in English. */
function saidOnce({ columns }: Sheet, key: CertificateKey): readonly Worded[] {
  const all = columns.map((column) => saidIn(column, key));
  return all.filter((one, at) => all.findIndex(({ text }) => text === one.text) === at);
}

/** A message in the language of a column, whose words must have been loaded. */
function saidIn({ language }: SheetColumn, key: CertificateKey): Worded {
  const messages = certificateMessagesFor(language);
  return {
    text: messages.message(key),
    language: messages.language,
    direction: messages.direction,
  };
}

/** The texts that come to a sheet by its being shared out. */
export function textsBetween({ first, further }: Pages): readonly Worded[] {
  if (further === null) return [];
  return [...further.continued, ...saidOnce(first, 'certificate-elsewhere')];
}
