const DAY_OF_MONTH = 17;
const YEAR = 2026;

/**
 * How a language writes a Gregorian day in words: one pattern per month, January first, with `{day}`
 * and `{year}` in it. From this process's Intl: that of workerd lacks half of the movement's languages
 * and falls back to English without a word. Null for a language that this Intl lacks too.
 */
export function longDatesOf(language: string): readonly string[] | null {
  if (Intl.DateTimeFormat.supportedLocalesOf(language).length === 0) return null;
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone: 'UTC',
  });
  const months = Array.from({ length: 12 }, (_, month) =>
    format
      .formatToParts(Date.UTC(YEAR, month, DAY_OF_MONTH))
      .map(({ type, value }) => (type === 'day' || type === 'year' ? `{${type}}` : value))
      .join(''),
  );
  if (!months.every((month) => month.includes('{day}') && month.includes('{year}'))) {
    throw new Error(`The long dates of ${language} lack a day or a year.`);
  }
  return months;
}
