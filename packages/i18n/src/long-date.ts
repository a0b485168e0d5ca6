import type { Day } from '@laurel/core/day';
import type { LanguageTag } from '@laurel/core/language';
import table from './long-dates.json' with { type: 'json' };

const MONTHS: Readonly<Record<LanguageTag, readonly string[]>> = table;

/**
 * A Gregorian day in words with Western digits, such as `21 November 2026`; the day itself where the
 * language has no table or the day is not one. The table is Node's Intl: that of Workers lacks half of
 * the movement's languages and falls back to English without a word.
 */
export function longDate(day: Day, language: LanguageTag): string {
  const [, year, month, dayOfMonth] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const pattern = MONTHS[language]?.[Number(month) - 1];
  return pattern === undefined || year === undefined
    ? day
    : pattern.replace('{day}', String(Number(dayOfMonth))).replace('{year}', year);
}
