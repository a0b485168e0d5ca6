import type { LanguageTag } from '@laurel/core/language';
import autonyms from './autonyms.json' with { type: 'json' };

const AUTONYMS: Readonly<Record<LanguageTag, string>> = autonyms;

/** Languages of the movement's wikis, by what each calls itself, in an order that any reader can search. */
export const LANGUAGE_CHOICES: readonly (readonly [tag: LanguageTag, autonym: string])[] =
  Object.entries(AUTONYMS).sort(([, one], [, other]) =>
    one.localeCompare(other, 'en', { sensitivity: 'base' }),
  );

/** What a language calls itself; its tag where we do not know. */
export function autonymOf(tag: LanguageTag): string {
  return AUTONYMS[tag] ?? tag;
}

/** True for a language that we have the name of, by its own tag or its primary subtag. */
export function isNamed(tag: LanguageTag): boolean {
  return AUTONYMS[tag] !== undefined || AUTONYMS[tag.split('-')[0] ?? tag] !== undefined;
}
