/** Longer than any course; a typing error is more likely. */
export const MAX_HOURS = 10_000;

/** The hours that a number stands for, with two decimals; undefined where nobody can be awarded so many. */
export function awardableHours(given: number): number | undefined {
  const hours = Math.round(given * 100) / 100;
  return hours > 0 && hours <= MAX_HOURS ? hours : undefined;
}
