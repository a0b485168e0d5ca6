const DAY_SECONDS = 86_400;

/**
 * How far a clock must be moved ahead to stand at noon, UTC: for tests that step back by minutes, which
 * would be another day shortly after midnight.
 */
export function secondsUntilNoon(): number {
  const sinceNoon = (Math.floor(Date.now() / 1000) - DAY_SECONDS / 2) % DAY_SECONDS;
  return DAY_SECONDS - sinceNoon;
}
