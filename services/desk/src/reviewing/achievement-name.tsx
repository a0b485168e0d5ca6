import type { Achievement } from '@laurel/core/achievement';
import type { Reader } from '@laurel/http/reader';
import { Localised } from '../me/localised.tsx';

export type AchievementNameProps = {
  /** Null where none of its versions is current any more. */
  readonly achievement: Achievement | null;
  readonly achievementSlug: string;
  readonly reader: Reader;
};

/** What an achievement is called now; its slug where it was retired. */
export function AchievementName({ achievement, achievementSlug, reader }: AchievementNameProps) {
  return achievement === null ? (
    <code dir="ltr">{achievementSlug}</code>
  ) : (
    <Localised texts={achievement.name} reader={reader} source={achievement.sourceLanguage} />
  );
}
