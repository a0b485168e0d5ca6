import type { AchievementMap } from '@laurel/core/achievement-map';
import type { AchievementsOnMap } from '@laurel/pages/map/shown-lanes';
import type { Desk } from '../env.ts';
import { type KnownAchievements, knownAchievements, namedOn } from './known-achievements.ts';

/** The same achievements as a map shows them. */
export function asOnMap(known: KnownAchievements, issuer: string): AchievementsOnMap {
  return new Map(
    [...known].map(([reference, { id, facts, current, ...one }]) => [
      reference,
      {
        id,
        name: facts.name,
        sourceLanguage: facts.sourceLanguage,
        issuerNames: one.issuer === issuer ? null : one.issuerNames,
        retired: !current,
      },
    ]),
  );
}

/** All that a map of this issuer names. */
export async function achievementsOnMap(
  desk: Desk,
  issuer: string,
  map: AchievementMap,
): Promise<AchievementsOnMap> {
  return asOnMap(await knownAchievements(desk, issuer, namedOn(map)), issuer);
}
