import { type JsonObject, stringAt } from '@laurel/core/json';
import { type AchievementWithIssuer, findAchievement } from '../record/achievement.ts';
import type { PublicDatabases } from '../record/database.ts';

/** The version of the achievement that a credential names; null where it is none of ours. */
export function achievementOf(
  credential: JsonObject,
  databases: PublicDatabases,
  origin: string,
): Promise<AchievementWithIssuer | null> {
  const url = stringAt(credential, 'credentialSubject', 'achievement', 'id') ?? '';
  const prefix = `${origin}/achievements/`;
  return url.startsWith(prefix)
    ? findAchievement(databases, url.slice(prefix.length))
    : Promise.resolve(null);
}
