import { MAX_LANGUAGES } from '@laurel/contracts/issuer-requests';
import type { LanguageMap } from '@laurel/core/language';
import { readLanguageTag } from '@laurel/core/language-tag';

/** A name and a description in one language, as they stand in a form. */
export type TextRow = {
  readonly language: string;
  readonly name: string;
  readonly description: string;
};

/** Names and descriptions by language. */
export type Texts = { readonly names: LanguageMap; readonly descriptions: LanguageMap };

/** What is wrong with a field of a row, by the field’s name, such as `name_1`. */
export type RowMistake = readonly [
  field: string,
  mistake: 'language' | 'twice' | 'name' | 'description',
];

/** The rows of a form that was sent; what was typed is kept as it is. */
export function rowsOfForm(form: FormData): readonly TextRow[] {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const rows: TextRow[] = [];
  for (let at = 1; at <= MAX_LANGUAGES && form.has(`language_${at}`); at += 1) {
    rows.push({
      language: text(`language_${at}`),
      name: text(`name_${at}`),
      description: text(`description_${at}`),
    });
  }
  return rows;
}

/** The rows that a form begins with; one that is empty where there are no texts. */
export function rowsOfTexts({ names, descriptions }: Texts, language: string): readonly TextRow[] {
  const languages = [...new Set([...Object.keys(names), ...Object.keys(descriptions)])];
  return languages.length === 0
    ? [{ language, name: '', description: '' }]
    : languages.map((tag) => ({
        language: tag,
        name: names[tag] ?? '',
        description: descriptions[tag] ?? '',
      }));
}

/** The same rows with an empty one after them, if there is room. */
export function withEmptyRow(rows: readonly TextRow[]): readonly TextRow[] {
  return rows.length < MAX_LANGUAGES
    ? [...rows, { language: '', name: '', description: '' }]
    : rows;
}

/** The texts of rows, and what is wrong with them. A row without a text is none. */
export function textsOfRows(rows: readonly TextRow[]): {
  readonly texts: Texts;
  readonly mistakes: readonly RowMistake[];
} {
  const names = new Map<string, string>();
  const descriptions = new Map<string, string>();
  const mistakes: RowMistake[] = [];
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    if (row.name === '' && row.description === '') continue;
    const language = readLanguageTag(row.language);
    if (language === null) mistakes.push([`language_${index + 1}`, 'language']);
    else if (seen.has(language)) mistakes.push([`language_${index + 1}`, 'twice']);
    else {
      seen.add(language);
      if (row.name !== '') names.set(language, row.name);
      if (row.description !== '') descriptions.set(language, row.description);
    }
  }
  if (names.size === 0 && mistakes.length === 0) mistakes.push(['name_1', 'name']);
  if (descriptions.size === 0 && mistakes.length === 0) {
    mistakes.push(['description_1', 'description']);
  }
  return {
    texts: { names: Object.fromEntries(names), descriptions: Object.fromEntries(descriptions) },
    mistakes,
  };
}
