import type { Achievement } from '../achievement.ts';
import { completenessObjections } from './completeness.ts';
import type { Objection } from './objection.ts';
import { wordingObjections } from './wording.ts';

/**
 * What Laurel objects to in an achievement, the grave first: what the movement says of itself that it
 * keeps people out by (titles above others, counts of edits, comparisons, experience that nobody new can
 * have), and what would tell a partner more than is true. Pure: the same texts give the same objections.
 */
export function lintAchievement(facts: Achievement): readonly Objection[] {
  return [...completenessObjections(facts), ...wordingObjections(facts)].sort((one, other) =>
    one.severity.localeCompare(other.severity),
  );
}
