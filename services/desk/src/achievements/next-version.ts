import type { Day } from '@laurel/core/day';

/**
 * What the next version of an achievement is called: the day on which it is published, with a count
 * from `.02` on where that day has one. Versions are told apart and put in order as text, so it comes
 * after every one that there is, whatever that is called.
 */
export function nextVersion(versions: readonly string[], today: Day): string {
  const newest = versions.reduce((one, other) => (one > other ? one : other), '');
  if (today > newest) return today;
  const [, before = newest, count = '01'] = /^(.*)\.(\d\d)$/.exec(newest) ?? [];
  const next = Number(count) + 1;
  return next > 99 ? `${newest}.02` : `${before}.${String(next).padStart(2, '0')}`;
}
