import { MAX_LANGUAGES } from '@laurel/contracts/issuer-requests';
import { SigningOffer } from '@laurel/contracts/signatory-requests';
import { readLanguageTag } from '@laurel/core/language-tag';
import type { ListedSignatory } from './list-signatories.ts';

/** A name and an office in one language, as they stand in a form. */
export type OfferRow = {
  readonly language: string;
  readonly name: string;
  readonly office: string;
};

/** What is wrong with a field, by the field’s name, such as `name_1`. */
export type OfferMistake = readonly [
  field: string,
  mistake: 'language' | 'twice' | 'name' | 'text' | 'agree',
];

/** The rows of a form that was sent; what was typed is kept as it is. */
export function rowsOfForm(form: FormData): readonly OfferRow[] {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const rows: OfferRow[] = [];
  for (let at = 1; at <= MAX_LANGUAGES && form.has(`language_${at}`); at += 1) {
    rows.push({
      language: text(`language_${at}`),
      name: text(`name_${at}`),
      office: text(`office_${at}`),
    });
  }
  return rows;
}

/** The rows that a form begins with: those of an offer, or an empty one. */
export function rowsOfOffer(
  offer: Pick<ListedSignatory, 'names' | 'offices'> | undefined,
  language: string,
): readonly OfferRow[] {
  if (offer === undefined) return [{ language, name: '', office: '' }];
  const { names, offices } = offer;
  return [...new Set([...Object.keys(names), ...Object.keys(offices)])].map((tag) => ({
    language: tag,
    name: names[tag] ?? '',
    office: offices[tag] ?? '',
  }));
}

/** The same rows with an empty one after them, if there is room. */
export function withEmptyRow(rows: readonly OfferRow[]): readonly OfferRow[] {
  return rows.length < MAX_LANGUAGES ? [...rows, { language: '', name: '', office: '' }] : rows;
}

/** What rows offer, or what is wrong with them. A row without a text is none. */
export function offerOfRows(
  rows: readonly OfferRow[],
  agree: boolean,
):
  | { readonly offer: SigningOffer; readonly mistakes: readonly [] }
  | { readonly offer: null; readonly mistakes: readonly OfferMistake[] } {
  const names = new Map<string, string>();
  const offices = new Map<string, string>();
  const numbers = new Map<string, number>();
  const mistakes: OfferMistake[] = [];
  for (const [index, { language: written, name, office }] of rows.entries()) {
    if (name === '' && office === '') continue;
    const language = readLanguageTag(written);
    if (language === null) mistakes.push([`language_${index + 1}`, 'language']);
    else if (numbers.has(language)) mistakes.push([`language_${index + 1}`, 'twice']);
    else {
      numbers.set(language, index + 1);
      if (name !== '') names.set(language, name);
      if (office !== '') offices.set(language, office);
    }
  }
  if (names.size === 0 && mistakes.length === 0) mistakes.push(['name_1', 'name']);
  const read = SigningOffer.safeParse({
    names: Object.fromEntries(names),
    offices: Object.fromEntries(offices),
    agree,
  });
  if (read.success && mistakes.length === 0) return { offer: read.data, mistakes: [] };
  for (const { path } of read.error?.issues ?? []) {
    const [texts, language] = path.map(String);
    if (texts === 'agree') mistakes.push(['agree', 'agree']);
    const number = numbers.get(language ?? '');
    if (number === undefined) continue;
    mistakes.push([`${texts === 'names' ? 'name' : 'office'}_${number}`, 'text']);
  }
  return { offer: null, mistakes };
}
