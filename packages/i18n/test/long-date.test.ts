import { longDate } from '@laurel/i18n/long-date';
import { INTERFACE_LANGUAGES } from '@laurel/i18n/messages';
import { expect, test } from 'vitest';
import { longDatesOf } from '../../../scripts/long-dates.ts';
import table from '../src/long-dates.json' with { type: 'json' };

test('The table of dates holds every language of the pages, and writes each as Node writes its dates today.', () => {
  const expected = Object.fromEntries(
    Object.keys(table).map((language) => [
      language,
      longDatesOf(language === 'en' ? 'en-GB' : language),
    ]),
  );
  expect(table).toEqual(expected);
  expect(Object.keys(table)).toEqual(expect.arrayContaining([...INTERFACE_LANGUAGES]));
});

test('A day is written in the words of the language, and a day that is not one stays as it is.', () => {
  expect(longDate('2026-11-03', 'en')).toBe('3 November 2026');
  expect(longDate('2026-11-03', 'ar')).toBe('3 نوفمبر 2026');
  expect(longDate('2026-11-03', 'ha')).toBe('3 Nuwamba, 2026');
  expect(longDate('soon', 'en')).toBe('soon');
  expect(longDate('2026-11-03', 'tlh')).toBe('2026-11-03');
});
