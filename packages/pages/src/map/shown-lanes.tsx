import {
  type AchievementMap,
  type AchievementReference,
  stepsToMilestone,
} from '@laurel/core/achievement-map';
import type { LanguageMap, LanguageTag, LocalisedText } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';
import { textFor } from '../text.tsx';

/** An achievement on a map, as far as the map shows it. */
export type OnMap = {
  /** Of the version that its name is from. */
  readonly id: string;
  readonly name: LanguageMap;
  readonly sourceLanguage: LanguageTag;
  /** Who awards it, where that is not the map's own issuer; else null. */
  readonly issuerNames: LanguageMap | null;
  /** Not awarded any more. */
  readonly retired: boolean;
};

export type AchievementsOnMap = ReadonlyMap<AchievementReference, OnMap>;

/** A step in words for one reader. */
export type ShownStep = {
  readonly reference: AchievementReference;
  /** Where a link on the same page finds it. */
  readonly anchor: string;
  readonly name: LocalisedText;
  /** Of the achievement's page; null where there is none. */
  readonly path: string | null;
  readonly issuer: LocalisedText | null;
  readonly hint: LocalisedText | null;
  readonly retired: boolean;
  /** Whether the milestone takes it. */
  readonly isTaken: boolean;
  readonly leadsTo: readonly { readonly anchor: string; readonly name: LocalisedText }[];
};

export type ShownLane = { readonly title: LocalisedText; readonly steps: readonly ShownStep[] };

/** The lanes of a map in the language that its reader likes best, each text in the best there is of it. */
export function shownLanes(
  map: AchievementMap,
  known: AchievementsOnMap,
  reader: Reader,
): readonly ShownLane[] {
  const taken = stepsToMilestone(map);
  const nameOf = (reference: AchievementReference) => nameOnMap(known, reference, reader);
  return map.lanes.map(({ title, steps }) => ({
    title: textFor(title, reader, map.sourceLanguage),
    steps: steps.map(({ achievement, hint, next }) => {
      const found = known.get(achievement);
      const issuerNames = found?.issuerNames ?? null;
      const said = textFor(hint, reader, map.sourceLanguage);
      return {
        reference: achievement,
        anchor: anchorOf(achievement),
        name: nameOf(achievement),
        path: found === undefined ? null : `/achievements/${found.id}`,
        issuer: issuerNames === null ? null : textFor(issuerNames, reader),
        hint: said.text === '' ? null : said,
        retired: found === undefined || found.retired,
        isTaken: taken.includes(achievement),
        leadsTo: next.map((one) => ({ anchor: anchorOf(one), name: nameOf(one) })),
      };
    }),
  }));
}

/** What an achievement on a map is called; its slug where it is not known here any more. */
export function nameOnMap(
  known: AchievementsOnMap,
  reference: AchievementReference,
  reader: Reader,
): LocalisedText {
  const found = known.get(reference);
  return found === undefined
    ? { text: reference, language: 'en' }
    : textFor(found.name, reader, found.sourceLanguage);
}

/** A slash in an anchor is no harm, but is not to be escaped in a style or a script either. */
function anchorOf(reference: AchievementReference): string {
  return `step-${reference.replace('/', '.')}`;
}
