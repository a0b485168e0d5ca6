import { directionOf } from '@laurel/core/language';
import { CERTIFICATE_FILES } from '@laurel/i18n/certificate-files';
import { CERTIFICATE_LANGUAGES, certificateMessagesFor } from '@laurel/i18n/certificate-messages';
import { INTERFACE_LANGUAGES, messagesFor } from '@laurel/i18n/messages';
import { expect, test } from 'vitest';

test.each([
  ['ha', 'ha'],
  ['ur', 'ur'],
  ['de-AT', 'de'],
  ['pt', 'pt'],
  ['pt-AO', 'pt'],
  ['pt-BR', 'pt-BR'],
  ['PT-br', 'pt-BR'],
  ['zh', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh-SG', 'zh-Hans'],
  ['zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh-Hant-MO', 'zh-Hant'],
  ['sr', 'sr'],
  ['sr-Cyrl-BA', 'sr'],
  ['sr-ME', 'sr-Latn'],
  ['sr-Latn', 'sr-Latn'],
  ['pa-Guru', 'pa'],
  ['fil', 'tl'],
  ['ar-EG', 'ar'],
])('a certificate in %s has labels in %s', (language, expected) => {
  expect(certificateMessagesFor(language).language).toBe(expected);
});

test.each([
  'pnb',
  'ks',
  'pa-Arab',
  'jv-Java',
  'uz-Cyrl',
  'az-IR',
  'ff-Adlm',
  'tlh',
  'und',
  'not a tag',
  '',
])(
  'a certificate in %s has labels in English, not in a script or a language that its readers may not read',
  (language) => {
    expect(certificateMessagesFor(language).language).toBe('en');
  },
);

test('no language of the pages has its words twice', () => {
  const twice = INTERFACE_LANGUAGES.filter((language) => CERTIFICATE_FILES[language] !== undefined);

  expect(twice).toEqual([]);
  expect(certificateMessagesFor('ar')).toBe(messagesFor('ar'));
});

test('a language is written from the side that it is read from, and says whether it was reviewed', () => {
  for (const language of CERTIFICATE_LANGUAGES) {
    const messages = certificateMessagesFor(language);
    expect(messages.direction, language).toBe(directionOf(language));
    const reviewed = CERTIFICATE_FILES[language]?.['@metadata'].authors.length ?? 0;
    if (language !== 'en') expect(messages.draft, language).toBe(reviewed === 0);
  }
});

test('hours are counted as each language counts', () => {
  const hours = (language: string, count: number) =>
    certificateMessagesFor(language).message('certificate-hours-value', String(count), count);

  expect([1, 2, 5, 2.5].map((count) => hours('ru', count))).toEqual([
    '1 час',
    '2 часа',
    '5 часов',
    '2.5 часа',
  ]);
  expect([1, 2, 3].map((count) => hours('he', count))).toEqual(['1 שעה', 'שעתיים', '3 שעות']);
  expect([1, 12].map((count) => hours('yo', count))).toEqual(['wákàtí 1', 'wákàtí 12']);
});
