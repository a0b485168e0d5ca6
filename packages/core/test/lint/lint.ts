import type { Achievement } from '../../src/achievement.ts';
import { lintAchievement } from '../../src/lint/lint-achievement.ts';
import type { Objection } from '../../src/lint/objection.ts';
import words from '../../src/lint/words.json' with { type: 'json' };

/** What Laurel objects to in an achievement, by its own words. */
export function lint(facts: Achievement): readonly Objection[] {
  return lintAchievement(facts, words);
}
