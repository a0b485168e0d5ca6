import type { Achievement } from '@laurel/core/achievement';
import type { Reader } from '@laurel/http/reader';
import { Text } from '@laurel/pages/text';
import { nameOf } from '../achievements/achievement-page.ts';

type NamesProps = {
  /** Slugs. */
  readonly slugs: readonly string[];
  /** Those that are awarded now; of another one the slug is shown. */
  readonly achievements: readonly Achievement[];
  readonly reader: Reader;
};

/** Achievements by their names, each on a line. */
export function AchievementNames({ slugs, achievements, reader }: NamesProps) {
  return (
    <ul>
      {slugs.map((slug) => {
        const facts = achievements.find((one) => one.slug === slug);
        return (
          <li>
            {facts === undefined ? (
              <code dir="ltr">{slug}</code>
            ) : (
              <Text {...nameOf(facts, reader)} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
