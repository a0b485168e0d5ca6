import { MAX_WRITINGS, nameFrom, repeatedScript } from '@laurel/core/declared-name';
import { type LanguageMap, languageTagFrom } from '@laurel/core/language';
import { type NameMistake, nameMistake } from '@laurel/core/name-mistake';
import { proseOf } from '@laurel/core/prose';

/** One writing of a name, as it stands in a form. */
export type WritingRow = { readonly language: string; readonly name: string };

export type NameFields = { readonly rows: readonly WritingRow[]; readonly why: string };

/** What is wrong with a field of the form; of a name, what `nameMistake` says. */
export type FieldMistake =
  | { readonly field: string; readonly kind: 'language' | 'twice' | 'script' | 'why' }
  | { readonly field: string; readonly kind: 'name'; readonly mistake: NameMistake };

/** The longest reason for a change, in UTF-16 code units. */
export const MAX_WHY_LENGTH = 1_000;

/** What was typed, as it is. */
export function nameFields(form: FormData): NameFields {
  const text = (name: string) => String(form.get(name) ?? '');
  const rows: WritingRow[] = [];
  for (let at = 1; at <= MAX_WRITINGS && form.has(`name_${at}`); at += 1) {
    rows.push({ language: text(`language_${at}`), name: text(`name_${at}`) });
  }
  return { rows, why: text('why') };
}

/** The rows that a form begins with; one that is empty where no name was given. */
export function rowsOfName(writings: LanguageMap, language: string): readonly WritingRow[] {
  const rows = Object.entries(writings).map(([tag, name]) => ({ language: tag, name }));
  return rows.length === 0 ? [{ language, name: '' }] : rows;
}

/** The same with room for one more writing, if there may be one. */
export function withEmptyWriting(rows: readonly WritingRow[]): readonly WritingRow[] {
  return rows.length < MAX_WRITINGS ? [...rows, { language: '', name: '' }] : rows;
}

/** The writings of a form, and what is wrong with it. A row without a name is none. */
export function writingsOf(rows: readonly WritingRow[]): {
  readonly writings: LanguageMap;
  readonly mistakes: readonly FieldMistake[];
} {
  const writings = new Map<string, string>();
  const mistakes: FieldMistake[] = [];
  rows.forEach((row, index) => {
    const name = nameFrom(row.name);
    if (name === '') return;
    const mistake = nameMistake(name);
    if (mistake !== null) mistakes.push({ field: `name_${index + 1}`, kind: 'name', mistake });
    const language = languageTagFrom(row.language);
    const kind = language === null ? 'language' : writings.has(language) ? 'twice' : null;
    if (kind !== null) mistakes.push({ field: `language_${index + 1}`, kind });
    if (language !== null) writings.set(language, name);
  });
  if (writings.size === 0 && mistakes.length === 0) {
    const mistake = { kind: 'empty', character: null } as const;
    mistakes.push({ field: 'name_1', kind: 'name', mistake });
  }
  return { writings: Object.fromEntries(writings), mistakes };
}

/** What is wrong with a first name besides: whether two writings in one script are one name, a steward judges. */
export function firstNameMistakes(
  rows: readonly WritingRow[],
  writings: LanguageMap,
): readonly FieldMistake[] {
  const repeated = repeatedScript(writings);
  if (repeated === null) return [];
  const at = rows.findIndex(({ language }) => languageTagFrom(language) === repeated);
  return [{ field: `name_${at + 1}`, kind: 'script' }];
}

/** Why a change is wished, as it is kept, and what is wrong with it. */
export function reasonOf({ why }: NameFields): {
  readonly reason: string;
  readonly mistakes: readonly FieldMistake[];
} {
  const reason = proseOf(why);
  const isFit = reason !== '' && reason.length <= MAX_WHY_LENGTH;
  return { reason, mistakes: isFit ? [] : [{ field: 'why', kind: 'why' }] };
}
