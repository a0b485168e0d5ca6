import { stepsOf } from '@laurel/core/achievement-map';
import type { Reader } from '@laurel/http/reader';
import { nameOnMap } from '@laurel/pages/map/shown-lanes';
import type { Option } from '../page/fields.tsx';
import type { DeskMap } from './find-map.ts';
import type { KnownAchievements } from './known-achievements.ts';
import { asOnMap } from './on-map.ts';

/** The steps of a map, to choose some. */
export function stepChoices(
  { issuer, draft }: DeskMap,
  known: KnownAchievements,
  reader: Reader,
): readonly Option[] {
  const on = asOnMap(known, issuer);
  return stepsOf(draft).map(({ achievement }) => {
    const { text, language } = nameOnMap(on, achievement, reader);
    return { value: achievement, label: text, lang: language };
  });
}
