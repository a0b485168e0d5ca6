import { MAX_MAP_LENGTHS } from '@laurel/contracts/map-requests';
import { type AchievementMap, stepsOf } from '@laurel/core/achievement-map';
import type { LanguageMap, LanguageTag } from '@laurel/core/language';
import { type Fields, paragraph, typedIn } from '../achievements/form-fields.ts';

/** One text of a map to be written. */
export type MapText = {
  /** `title`, `description`, `lane-0` or `hint-0`, by places. */
  readonly field: string;
  readonly part: 'title' | 'description' | 'lane' | 'hint';
  readonly maxLength: number;
  readonly texts: LanguageMap;
  /** Of a hint: the step; else null. */
  readonly achievement: string | null;
};

/** All texts of a map, in the order in which they are written. */
export function mapTexts(map: AchievementMap): readonly MapText[] {
  return [
    text('title', 'title', map.title),
    text('description', 'description', map.description),
    ...map.lanes.map(({ title }, at) => text(`lane-${at}`, 'lane', title)),
    ...stepsOf(map).map(({ hint, achievement }, at) => ({
      ...text(`hint-${at}`, 'hint', hint),
      achievement,
    })),
  ];
}

function text(field: string, part: MapText['part'], texts: LanguageMap): MapText {
  return { field, part, maxLength: MAX_MAP_LENGTHS[part], texts, achievement: null };
}

/** The texts of a language as a form begins with them. */
export function fieldsOfMap(map: AchievementMap, language: LanguageTag): Fields {
  const isReviewed = map.title[language] !== undefined && !map.drafts.includes(language);
  const written = mapTexts(map).map(({ field, texts }): readonly [string, readonly string[]] => [
    field,
    [texts[language] ?? ''],
  ]);
  return new Map([...written, ['reviewed', isReviewed ? ['yes'] : []]]);
}

/** The map with the texts of a language as they were typed. */
export function withMapTexts(
  map: AchievementMap,
  language: LanguageTag,
  fields: Fields,
): AchievementMap {
  const written = (field: string, texts: LanguageMap): LanguageMap => {
    const { [language]: _, ...others } = texts;
    const typed = paragraph(typedIn(fields, field));
    return typed === '' ? others : { ...others, [language]: typed };
  };
  const isSource = language === map.sourceLanguage;
  const others = map.drafts.filter((draft) => draft !== language);
  const firstHints = map.lanes.map((_, at) => stepsOf({ lanes: map.lanes.slice(0, at) }).length);
  return {
    ...map,
    drafts: isSource || typedIn(fields, 'reviewed') === 'yes' ? others : [...others, language],
    title: written('title', map.title),
    description: written('description', map.description),
    lanes: map.lanes.map(({ title, steps }, at) => ({
      title: written(`lane-${at}`, title),
      steps: steps.map((step, place) => ({
        ...step,
        hint: written(`hint-${(firstHints[at] ?? 0) + place}`, step.hint),
      })),
    })),
  };
}
