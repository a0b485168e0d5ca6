import type { AchievementMap } from '@laurel/core/achievement-map';
import type { LanguageTag } from '@laurel/core/language';

/** The languages that anything of a map is written in, the source first. */
export function languagesOfMap(map: AchievementMap): readonly LanguageTag[] {
  const texts = [
    map.title,
    map.description,
    ...map.lanes.flatMap(({ title, steps }) => [title, ...steps.map(({ hint }) => hint)]),
  ];
  return [...new Set([map.sourceLanguage, ...texts.flatMap((text) => Object.keys(text))])];
}
