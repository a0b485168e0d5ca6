import { CERTIFICATE_LANGUAGES } from '@laurel/i18n/certificate-languages';
import { decimalNumber } from '@laurel/i18n/decimal-number';
import { expect, test } from 'vitest';

test('Every language of certificates has the decimal sign that Node has for it today.', () => {
  for (const language of CERTIFICATE_LANGUAGES) {
    const format = new Intl.NumberFormat(language, { numberingSystem: 'latn', useGrouping: false });
    expect(decimalNumber(1234.25, language), language).toBe(format.format(1234.25));
  }
});

test('A whole number has no sign, and a language that is not known has a point.', () => {
  expect(decimalNumber(12, 'de')).toBe('12');
  expect(decimalNumber(2.5, 'de')).toBe('2,5');
  expect(decimalNumber(2.5, 'tlh')).toBe('2.5');
});
