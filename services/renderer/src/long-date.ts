import type { LanguageTag } from '@laurel/core/language';
import longDates from '../generated/long-dates.json';

type LongDates = typeof longDates.en;

const TABLES: ReadonlyMap<LanguageTag, LongDates> = new Map(Object.entries(longDates));

/** A day (`YYYY-MM-DD`) in words, in the Gregorian calendar; null for a language without a table. */
export function longDate(day: string, language: LanguageTag): string | null {
  const table = TABLES.get(language);
  if (table === undefined) return null;
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  const pattern = table.months[Number(month) - 1];
  if (pattern === undefined) throw new Error(`${day} is not a day.`);
  return pattern.replace('{day}', String(Number(dayOfMonth))).replace('{year}', year);
}

/** A number with the language's decimal mark, without grouping. */
export function decimalNumber(number: number, language: LanguageTag): string {
  return String(number).replace('.', TABLES.get(language)?.decimalMark ?? '.');
}
