import type { LanguageTag } from '@laurel/core/language';
import table from './language-names.json' with { type: 'json' };

/** What languages call themselves, and their English names (CLDR, as Node's Intl has it), by their tags. */
const NAMES: Readonly<Record<LanguageTag, readonly string[]>> = table;

/** The languages that have a name here, by their English names. */
export const NAMED_LANGUAGES: readonly LanguageTag[] = Object.keys(NAMES).toSorted((one, other) => {
  const [first = '', second = ''] = [NAMES[one]?.[1], NAMES[other]?.[1]];
  return first < second ? -1 : 1;
});

/**
 * A language for readers of any: what it calls itself and, in brackets, its English name where that is another.
 * Its tag where it has no name here.
 */
export function nameOfLanguage(tag: LanguageTag): string {
  const [own = tag, english = own] = Object.hasOwn(NAMES, tag) ? (NAMES[tag] ?? []) : [];
  return own === english ? own : `${own} (${english})`;
}
