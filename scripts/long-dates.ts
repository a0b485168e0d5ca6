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
  const corrected = CORRECTED[language]?.(months) ?? months;
  if (!corrected.every((month) => month.includes('{day}') && month.includes('{year}'))) {
    throw new Error(`The long dates of ${language} lack a day or a year.`);
  }
  return corrected;
}

type Correction = (months: readonly string[]) => readonly string[];

/** Where what this Intl has (CLDR 48) is not what people write on a paper. */
const CORRECTED: Readonly<Record<string, Correction>> = {
  // It has the month's name for a title.
  eo: (months) =>
    months.map((month) => `la {day}-a de ${month.split('-')[1]?.toLowerCase()} {year}`),
  // It has names of moons, which begin on other days.
  si: () =>
    [
      ...['ජනවාරි', 'පෙබරවාරි', 'මාර්තු', 'අප්‍රේල්', 'මැයි', 'ජූනි'],
      ...['ජූලි', 'අගෝස්තු', 'සැප්තැම්බර්', 'ඔක්තෝබර්', 'නොවැම්බර්', 'දෙසැම්බර්'],
    ].map((month) => `{year} ${month} {day}`),
  // It begins months with a capital letter, which is for titles.
  tg: (months) => months.map((month) => month.toLowerCase()),
};
