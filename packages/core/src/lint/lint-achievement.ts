import type { Achievement } from '../achievement.ts';
import { completenessObjections } from './completeness.ts';
import type { Objection } from './objection.ts';
import type { LintWords } from './phrases.ts';
import { wordingObjections } from './wording.ts';

/**
 * What Laurel objects to in an achievement, the grave first: what the movement says of itself that it
 * keeps people out by (titles above others, counts of edits, comparisons, experience that nobody new can
 * have), and what would tell a partner more than is true. Pure: the same texts give the same objections.
 *
 * @param words what is in `words.json`.
 */
export function lintAchievement(facts: Achievement, words: LintWords): readonly Objection[] {
  return [...completenessObjections(facts, words), ...wordingObjections(facts, words)].sort(
    (one, other) => one.severity.localeCompare(other.severity),
  );
}
