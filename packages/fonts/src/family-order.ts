import type { LanguageTag } from '@laurel/core/language';
import { COMMON_FAMILIES, EMOJI_FAMILY, FAMILIES, type Script } from './families.ts';

/** What a font may lack: nothing is drawn for it (Unicode, Section 5.21). */
const IGNORABLE = /^\p{Default_Ignorable_Code_Point}$/u;
const EMOJI = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|^[#*0-9]\ufe0f?\u20e3$/u;
const TEXT_STYLE = '\ufe0e';
/** Letters, digits and signs below the combining marks: a family in slices is not loaded for them. */
const FIRST_MARK = 0x300;
/** They look alike all over the certificate, beside letters of whichever script. */
const DIGIT = /^[0-9]$/;

/** Tried last: a comma of Arabic after a word in Latin letters has a font, too. */
const WHOLE_FAMILIES = FAMILIES.filter(({ sliced }) => !sliced).map(({ id }) => id);

const orders = new Map<string, readonly string[]>();
const MAX_ORDERS = 500;

/** True for a character without a look of its own. */
export function isIgnorable(character: string): boolean {
  return IGNORABLE.test(character);
}

/**
 * Families to try for a grapheme in a language, in this order; the first that has all of its characters
 * draws it.
 */
export function familyOrder(
  grapheme: string,
  script: Script,
  language: LanguageTag,
): readonly string[] {
  const order = familiesFor(script, language);
  if (EMOJI.test(grapheme) && !grapheme.includes(TEXT_STYLE)) {
    return [EMOJI_FAMILY, ...order.filter((id) => id !== EMOJI_FAMILY)];
  }
  const first = [...grapheme].find((character) => !isIgnorable(character)) ?? grapheme;
  const low = (first.codePointAt(0) ?? 0) < FIRST_MARK;
  return DIGIT.test(first) || (low && inSlices(order[0])) ? COMMON_FAMILIES : order;
}

/**
 * Families to try for a script in a language, in this order: the one made for the language, the others
 * of the script, then those for everything, then all that are not in slices.
 */
export function familiesFor(script: Script, language: LanguageTag): readonly string[] {
  const key = `${script} ${language}`;
  const before = orders.get(key);
  if (before !== undefined) return before;
  const own = FAMILIES.filter(({ scripts }) => scripts.includes(script));
  const first = own
    .map((family) => ({ id: family.id, fit: fitOf(family.languages, language) }))
    .sort((one, other) => other.fit - one.fit)
    .map(({ id }) => id);
  const order = [...new Set([...first, ...COMMON_FAMILIES, ...WHOLE_FAMILIES])];
  if (orders.size < MAX_ORDERS) orders.set(key, order);
  return order;
}

function inSlices(id: string | undefined): boolean {
  return FAMILIES.find((family) => family.id === id)?.sliced ?? false;
}

/** How many characters of a language's tag a family is made for; a family for others comes last. */
function fitOf(languages: readonly string[] | undefined, language: LanguageTag): number {
  if (languages === undefined) return 0;
  const tag = `${language.toLowerCase()}-`;
  const fitting = languages.filter((one) => tag.startsWith(`${one}-`));
  return fitting.length === 0 ? -1 : Math.max(...fitting.map(({ length }) => length));
}
