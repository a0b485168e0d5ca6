import { MAX_LANGUAGES } from '@laurel/contracts/issuer-requests';
import {
  LeavingRequest,
  MAX_HAND_OVER_ITEM_LENGTH,
  MAX_HAND_OVER_ITEMS,
  MAX_LEAVING_THANKS_LENGTH,
} from '@laurel/contracts/leaving-request';
import { readLanguageTag } from '@laurel/core/language-tag';
import { proseOf } from '@laurel/core/prose';
import type { Reader } from '@laurel/http/reader';
import type { Mistakes } from '../page/fields.tsx';

/** The texts in one language, as they stand in a form; one item a line. */
export type LeavingRow = {
  readonly language: string;
  readonly thanks: string;
  readonly items: string;
};

export type TypedLeaving = { readonly rows: readonly LeavingRow[]; readonly offersAward: boolean };

/** A form that was sent; what was typed is kept as it is. */
export function typedLeaving(form: FormData): TypedLeaving {
  const field = (name: string) => String(form.get(name) ?? '').trim();
  const rows: LeavingRow[] = [];
  for (let at = 1; at <= MAX_LANGUAGES && form.has(`language_${at}`); at += 1) {
    rows.push({
      language: field(`language_${at}`),
      thanks: field(`thanks_${at}`),
      items: field(`items_${at}`),
    });
  }
  return { rows, offersAward: form.get('offers_award') === 'yes' };
}

/** The form that a page begins with: what is set, or an empty row in the reader's language. */
export function formOfLeaving({ thanks, items, offersAward }: LeavingRequest, language: string) {
  const languages = new Set([...Object.keys(thanks), ...items.flatMap((one) => Object.keys(one))]);
  const rows = [...languages].map((tag) => ({
    language: tag,
    thanks: thanks[tag] ?? '',
    items: items.map((one) => one[tag] ?? '').join('\n'),
  }));
  return { rows: rows.length === 0 ? [{ language, thanks: '', items: '' }] : rows, offersAward };
}

/** The same form with one more row, if there is room. */
export function withAnotherLanguage({ rows, offersAward }: TypedLeaving): TypedLeaving {
  const more = rows.length < MAX_LANGUAGES ? [{ language: '', thanks: '', items: '' }] : [];
  return { rows: [...rows, ...more], offersAward };
}

/**
 * What the form asks for, or what is wrong with its fields. Each line is an item; in another language the same
 * line says the same.
 */
export function leavingOf(
  { rows, offersAward }: TypedLeaving,
  { messages: { message } }: Reader,
): LeavingRequest | Mistakes {
  const mistakes = new Map<string, string>();
  const thanks: Record<string, string> = {};
  const lines = new Map<string, readonly string[]>();
  for (const [index, row] of rows.entries()) {
    const number = index + 1;
    const items = row.items
      .split(/\r?\n/)
      .map(proseOf)
      .filter((line) => line !== '');
    const words = proseOf(row.thanks);
    if (words === '' && items.length === 0) continue;
    const language = readLanguageTag(row.language);
    if (language === null) mistakes.set(`language_${number}`, message('texts-mistake-language'));
    else if (lines.has(language))
      mistakes.set(`language_${number}`, message('texts-mistake-twice'));
    else lines.set(language, items);
    if (words.length > MAX_LEAVING_THANKS_LENGTH) {
      mistakes.set(`thanks_${number}`, message('report-words-long', MAX_LEAVING_THANKS_LENGTH));
    }
    if (language !== null && words !== '') thanks[language] = words;
    const [first = []] = lines.values();
    if (items.length > 0 && first.length > 0 && items.length !== first.length) {
      mistakes.set(`items_${number}`, message('leaving-items-differ', first.length));
    }
    if (items.length > MAX_HAND_OVER_ITEMS) {
      mistakes.set(`items_${number}`, message('leaving-items-many', MAX_HAND_OVER_ITEMS));
    }
    if (items.some(({ length }) => length > MAX_HAND_OVER_ITEM_LENGTH)) {
      mistakes.set(`items_${number}`, message('report-words-long', MAX_HAND_OVER_ITEM_LENGTH));
    }
  }
  if (mistakes.size > 0) return mistakes;
  const most = Math.max(0, ...[...lines.values()].map(({ length }) => length));
  const items = Array.from({ length: most }, (_, at) =>
    Object.fromEntries(
      [...lines].flatMap(([language, texts]) => {
        const text = texts[at];
        return text === undefined ? [] : [[language, text]];
      }),
    ),
  );
  return LeavingRequest.parse({ thanks, items, offersAward });
}
