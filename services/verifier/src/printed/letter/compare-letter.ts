import type { LetterWords } from '@laurel/contracts/pdf-parts';
import type { Check } from '@laurel/core/verdict';
import type { Paper } from '../compare-print.ts';
import { type ComparedField, isTelling, wayOfSaying } from '../compared-field.ts';
import { piecesOf } from '../pieces.ts';
import { printCheck, shownOf } from '../print-check.ts';
import type { SignedValue } from '../signed-values.ts';
import { placeOf, wordsIn, wordsOn } from '../words.ts';
import { headOf, type LetterHead } from './letter-head.ts';
import { zonesOf } from './letter-zones.ts';
import { takenFrom, untold } from './word-pool.ts';

/** A credential of a letter that can be compared. */
export type LetterPart = {
  /** Where it stands among all that are attached; the first is 0. */
  readonly place: number;
  readonly address: string;
  readonly values: readonly SignedValue[];
  /** True where the letter says it in another language than it was signed in. */
  readonly isTranslated: boolean;
};

export type LetterComparison = {
  /** On the letter as a whole. */
  readonly check: Check;
  /** One for each part. */
  readonly parts: readonly { readonly fields: readonly ComparedField[]; readonly check: Check }[];
  /** What it says that no letter of these credentials says. */
  readonly more: string;
  /** What its holder typed, and its day. */
  readonly notSigned: Pick<LetterHead, 'madeOn' | 'addressee'>;
};

export type LetterSurroundings = {
  readonly origin: string;
  readonly nowSeconds: number;
  /** The addresses of all that is attached. */
  readonly attached: readonly string[];
};

/** Twenty credentials with the longest texts stand in some fifteen thousand; what lies beyond is another paper's. */
const MAX_WORDS = 30_000;

/**
 * Compares a letter with the credentials that are attached to it: each field within the paragraph that ends
 * in its own address, and every word with how often a letter of these facts says it. It sees texts alone.
 */
export function compareLetter(
  paper: Paper,
  parts: readonly LetterPart[],
  said: LetterWords,
  around: LetterSurroundings,
): LetterComparison {
  const all = wordsOn(paper.pages);
  const words = all.slice(0, MAX_WORDS);
  const wholly = paper.wholly && words.length === all.length;
  const { madeOn, addressee, others, end } = headOf(words, said, around.nowSeconds);
  const body = words.slice(end);
  const zones = zonesOf(
    body,
    parts.map(({ address }) => address),
    around,
  );
  const fields = parts.map((part, at) => fieldsOf(part, zones.entries[at] ?? body));
  const taken = parts.map((_, at) =>
    takenFrom(said.entries[at]?.texts ?? [], untold(zones.entries[at] ?? [])),
  );
  const unplaced = said.entries.filter((_, at) => (zones.entries[at] ?? null) === null);
  const common = takenFrom(
    [...ownTexts(said, words), ...unplaced.flatMap(({ texts }) => texts)],
    [...untold(others), ...taken.flatMap(({ more }) => more), ...untold(zones.rest)],
  );
  const more = common.more.map(({ word }) => word);
  const missing = fields.map(missingIn);
  const check = printCheck(
    { ...paper, credentials: 1 },
    {
      words,
      wholly,
      missing: parts.flatMap(({ place }, at) => numbered(missing[at] ?? [], place, around)),
      telling: fields.some(isTelling),
      more,
      strange: zones.strange,
      isWhole: taken.every(({ isWhole }) => isWhole),
    },
    'letter_as_signed',
  );
  return {
    check,
    parts: fields.map((compared, at) => ({
      fields: compared,
      check: checkOfPart(missing[at] ?? [], check, wholly),
    })),
    more: shownOf(more),
    notSigned: { madeOn, addressee },
  };
}

/** What a letter says of its own. What it says in some cases lends its words to nothing else where it does not. */
function ownTexts(
  { issuers, titles, around, sometimes }: LetterWords,
  words: readonly string[],
): readonly string[] {
  const pieces = new Set(words.flatMap(piecesOf));
  const isSaid = (text: string) =>
    placeOf(text, words) !== null ||
    wordsIn(text)
      .flatMap(piecesOf)
      .every((one) => pieces.has(one));
  return [issuers, ...around, ...[...titles, ...sometimes].filter(isSaid)];
}

/** Of an issuer that has another name by now, what it was called in another language is on no record. */
function fieldsOf(part: LetterPart, words: readonly string[]): readonly ComparedField[] {
  return part.values
    .map((value): ComparedField => {
      const printed = wayOfSaying(value, words) !== null;
      return { field: value.field, signed: value.signed, printed };
    })
    .filter(({ field, printed }) => printed || field !== 'issuer' || !part.isTranslated);
}

function missingIn(fields: readonly ComparedField[]): readonly string[] {
  return [...new Set(fields.filter(({ printed }) => !printed).map(({ field }) => field))];
}

/** A number tells them apart where there are several. */
function numbered(
  fields: readonly string[],
  place: number,
  { attached }: LetterSurroundings,
): readonly string[] {
  return attached.length === 1 ? fields : fields.map((field) => `${place + 1} ${field}`);
}

/** What differs elsewhere in the letter speaks against the letter; what leaves it open leaves all of it open. */
function checkOfPart(missing: readonly string[], whole: Check, wholly: boolean): Check {
  if (missing.length > 0 && wholly && whole.result === 'fail') {
    return { check: 'print', result: 'fail', finding: 'differs', values: missing };
  }
  return whole.result === 'fail'
    ? { check: 'print', result: 'pass', finding: 'letter_as_signed', values: [] }
    : whole;
}
