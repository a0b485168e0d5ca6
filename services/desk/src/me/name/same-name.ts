import type { LanguageMap } from '@laurel/core/language';

/** True for the same writings in the same languages, in any order. */
export function isSameName(one: LanguageMap, other: LanguageMap): boolean {
  const languages = Object.keys(one);
  return (
    languages.length === Object.keys(other).length &&
    languages.every((language) => one[language] === other[language])
  );
}
