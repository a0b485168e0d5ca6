import { type Achievement, languagesToSign } from './achievement.ts';
import type { LanguageTag } from './language.ts';

/** The languages that can stand beside a certificate’s own: those in which it could have been signed. */
export function secondLanguages(
  achievement: Achievement,
  demonstration: boolean,
  own: LanguageTag,
): readonly LanguageTag[] {
  return languagesToSign(achievement, demonstration).filter((language) => language !== own);
}
