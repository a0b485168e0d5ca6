import { directionOf } from '@laurel/core/language';
import { CERTIFICATE_LANGUAGES, certificateLanguageFor } from '@laurel/i18n/certificate-languages';
import { certificateMessagesFor, loadCertificateMessages } from '@laurel/i18n/certificate-messages';
import { beforeAll, expect, test, vi } from 'vitest';
import { certificateWords } from '../../../scripts/certificate-words.ts';

beforeAll(() =>
  loadCertificateMessages(CERTIFICATE_LANGUAGES, async (tag) => certificateWords(tag)),
);

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
  expect(certificateLanguageFor(language)).toBe(expected);
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
    expect(certificateLanguageFor(language)).toBe('en');
  },
);

test('a language is loaded by need, once, and not to be had before', async () => {
  const asked: string[] = [];
  const read = async (tag: string) => {
    asked.push(tag);
    return certificateWords(tag);
  };
  vi.resetModules();
  const fresh = await import('@laurel/i18n/certificate-messages');

  expect(() => fresh.certificateMessagesFor('sw')).toThrow('were not loaded');
  await fresh.loadCertificateMessages(['sw-KE'], read);
  await fresh.loadCertificateMessages(['sw', 'zh-TW'], read);
  expect(asked).toEqual(['sw', 'zh-Hant']);
  expect(fresh.certificateMessagesFor('sw').message('certificate-role')).toBe('Wajibu');
});

test('a language is written from the side that it is read from, and says whether it was reviewed', () => {
  for (const language of CERTIFICATE_LANGUAGES) {
    const messages = certificateMessagesFor(language);
    const { authors } = certificateWords(language)['@metadata'];
    expect(messages.direction, language).toBe(directionOf(language));
    if (language !== 'en') expect(messages.draft, language).toBe(authors.length === 0);
  }
  expect(certificateMessagesFor('en').draft).toBe(false);
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
