import { type AchievementReference, stepsToMilestone } from '@laurel/core/achievement-map';
import { achievementUrl, issuerDid, issuerUrl, mapUrl } from '@laurel/core/addresses';
import type { JsonObject } from '@laurel/core/json';
import type { PublishedMap } from '../record/published-map.ts';

/** A map for programs: its texts in every language, and its achievements by their addresses. */
export function mapDocument(
  { slug, map, retired, face, known }: PublishedMap,
  origin: string,
): JsonObject {
  const { sourceLanguage, drafts, title, description, lanes, milestone } = map;
  const addressOf = (reference: AchievementReference) => {
    const found = known.get(reference);
    return found === undefined ? null : achievementUrl(origin, found.id);
  };
  const addressesOf = (references: readonly AchievementReference[]) =>
    references.flatMap((one) => addressOf(one) ?? []);
  return {
    id: mapUrl(origin, face.slug, slug),
    issuer: {
      id: issuerDid(origin, face.slug),
      name: face.names,
      url: issuerUrl(origin, face.slug),
    },
    sourceLanguage,
    drafts: [...drafts],
    title,
    description,
    retired,
    lanes: lanes.map((lane) => ({
      title: lane.title,
      steps: lane.steps.map(({ achievement, hint, next }) => ({
        achievement: addressOf(achievement),
        name: known.get(achievement)?.name ?? {},
        hint,
        retired: known.get(achievement)?.retired ?? true,
        leadsTo: addressesOf(next),
      })),
    })),
    milestone:
      milestone === null
        ? null
        : {
            achievement: addressOf(milestone.achievement),
            name: known.get(milestone.achievement)?.name ?? {},
            takes: addressesOf(stepsToMilestone(map)),
          },
  };
}
