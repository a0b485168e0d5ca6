import { type LanguageMap, languageTagFrom } from './language.ts';
import { nameMistake } from './name-mistake.ts';
import { scriptOfName } from './script-of-name.ts';

/** The most writings that one name can have. */
export const MAX_WRITINGS = 6;

/**
 * Marks of direction that nobody sees and that travel along when a name is copied. A name stands apart
 * from the text around it wherever it is shown, and needs none.
 */
const DIRECTION_MARKS = /[\u200E\u200F\u061C]/gu;

/** A name as it is kept: in NFC, words parted by one space. What else is wrong with it, `nameMistake` tells. */
export function nameFrom(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(DIRECTION_MARKS, '')
    .replace(/\p{Zs}+/gu, ' ')
    .replace(/^ | $/gu, '');
}

/** A name in the writing that is for a language; null where there is none, whatever is asked for. */
export function writingIn(writings: LanguageMap, language: string): string | null {
  return Object.hasOwn(writings, language) ? (writings[language] ?? null) : null;
}

/** True where the writings of a name can be kept and signed. */
export function isDeclarable(writings: LanguageMap): boolean {
  const all = Object.entries(writings);
  return (
    all.length > 0 &&
    all.length <= MAX_WRITINGS &&
    all.every(
      ([language, name]) =>
        languageTagFrom(language) === language &&
        nameFrom(name) === name &&
        nameMistake(name) === null,
    )
  );
}

/**
 * The language of a writing in a script that another one has too, or null. What is one name in one script
 * may be two names, and whether it is one is for a person to judge.
 */
export function repeatedScript(writings: LanguageMap): string | null {
  const seen = new Set<string>();
  for (const [language, name] of Object.entries(writings)) {
    const script = scriptOfName(name);
    if (seen.has(script)) return language;
    seen.add(script);
  }
  return null;
}
