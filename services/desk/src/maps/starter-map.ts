import type { Achievement, AchievementKind } from '@laurel/core/achievement';
import { MAX_STEPS, type MapLane } from '@laurel/core/achievement-map';
import { ACHIEVEMENT_THEMES, type AchievementTheme } from '@laurel/core/achievement-theme';
import type { LanguageMap, LanguageTag } from '@laurel/core/language';
import type { Messages } from '@laurel/i18n/messages';

/** Learning, doing, and then looking after: an order that is easy to change. */
const ORDER: readonly AchievementKind[] = ['training', 'contribution', 'role'];

/**
 * Lanes to begin with, by what achievements help the movement with; those without a theme are a lane of
 * their own. They say nothing of how far anybody is.
 */
export function starterLanes(
  achievements: readonly Achievement[],
  spoken: readonly Messages[],
): readonly MapLane[] {
  const themes: readonly (AchievementTheme | null)[] = [...ACHIEVEMENT_THEMES, null];
  const room = { left: MAX_STEPS };
  return themes.flatMap((theme) => {
    const ofTheme = ORDER.flatMap((kind) =>
      achievements.filter((one) => one.theme === theme && one.kind === kind),
    ).slice(0, room.left);
    room.left -= ofTheme.length;
    if (ofTheme.length === 0) return [];
    const steps = ofTheme.map(({ slug }) => ({ achievement: slug, hint: {}, next: [] }));
    return [{ title: titleOf(theme, spoken), steps }];
  });
}

/** In the languages of the pages. Whoever writes in another one puts their own words before it is published. */
function titleOf(theme: AchievementTheme | null, spoken: readonly Messages[]): LanguageMap {
  const key = theme === null ? 'maps-lane-others' : (`achievement-theme-${theme}` as const);
  return Object.fromEntries(spoken.map(({ language, message }) => [language, message(key)]));
}

/** The languages of such titles that no person has reviewed. */
export function starterLanguages(
  source: LanguageTag,
  spoken: readonly Messages[],
): readonly LanguageTag[] {
  return spoken
    .filter(({ language, draft }) => language !== source && draft)
    .map(({ language }) => language);
}
