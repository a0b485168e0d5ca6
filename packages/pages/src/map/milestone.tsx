import type { AchievementMap } from '@laurel/core/achievement-map';
import type { Reader } from '@laurel/http/reader';
import type { Child } from 'hono/jsx';
import { linkTo } from '../link.tsx';
import { Text } from '../text.tsx';
import { type AchievementsOnMap, nameOnMap } from './shown-lanes.tsx';

type MilestoneProps = {
  readonly map: AchievementMap;
  readonly known: AchievementsOnMap;
  readonly reader: Reader;
  /** For the page of somebody: what they can do. */
  readonly children?: Child;
};

/** What people can thank for who see that steps are done. Nothing of it happens by itself. */
export function Milestone({ map, known, reader, children }: MilestoneProps) {
  if (map.milestone === null) return null;
  const { message } = reader.messages;
  const { achievement, steps } = map.milestone;
  const found = known.get(achievement);
  const name = <Text {...nameOnMap(known, achievement, reader)} />;
  return (
    <section aria-labelledby="milestone">
      <h2 id="milestone">{message('map-milestone')}</h2>
      <p>
        <strong>
          {found === undefined ? (
            name
          ) : (
            <a href={linkTo(`/achievements/${found.id}`, reader)}>{name}</a>
          )}
        </strong>
      </p>
      <p>{message(steps === 'all' ? 'map-milestone-all' : 'map-milestone-some')}</p>
      {children}
    </section>
  );
}
