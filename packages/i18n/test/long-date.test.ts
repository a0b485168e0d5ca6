import { CERTIFICATE_LANGUAGES } from '@laurel/i18n/certificate-languages';
import { longDate } from '@laurel/i18n/long-date';
import { expect, test } from 'vitest';
import { longDatesOf } from '../../../scripts/long-dates.ts';
import table from '../src/long-dates.json' with { type: 'json' };

test('The table of dates holds every language of pages and certificates, as Node writes its dates today.', () => {
  const expected = Object.fromEntries(
    CERTIFICATE_LANGUAGES.map((language) => [
      language,
      longDatesOf(language === 'en' ? 'en-GB' : language),
    ]),
  );
  expect(table).toEqual(expected);
});

test('A day is written in the words of the language, and a day that is not one stays as it is.', () => {
  expect(longDate('2026-11-03', 'en')).toBe('3 November 2026');
  expect(longDate('2026-11-03', 'ar')).toBe('3 نوفمبر 2026');
  expect(longDate('2026-11-03', 'uk')).toBe('3 листопада 2026\u202fр.');
  expect(longDate('2026-11-03', 'ha')).toBe('3 Nuwamba, 2026');
  expect(longDate('2026-11-03', 'th')).toBe('3 พฤศจิกายน ค.ศ. 2026');
  expect(longDate('2026-11-03', 'si')).toBe('2026 නොවැම්බර් 3');
  expect(longDate('2026-11-03', 'zh-Hant')).toBe('2026年11月3日');
  expect(longDate('soon', 'en')).toBe('soon');
  expect(longDate('2026-11-03', 'tlh')).toBe('2026-11-03');
});
