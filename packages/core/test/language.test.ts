import { expect, test } from 'vitest';
import { languageTagFrom } from '../src/language.ts';

test.each([
  ['en', 'en'],
  ['PT-br', 'pt-BR'],
  [' zh_hant ', 'zh-Hant'],
  ['iw', 'he'],
  ['ff-adlm', 'ff-Adlm'],
  ['es-419', 'es-419'],
  ['be-tarask', 'be-tarask'],
  ['yo', 'yo'],
])('“%s” is kept as %s', (written, tag) => {
  expect(languageTagFrom(written)).toBe(tag);
});

test.each([
  '',
  'x',
  'english',
  'en-',
  'en--US',
  'en-x-mine',
  'ar-u-nu-latn',
  '../en',
  'e n',
  '__proto__',
])('“%s” is no language tag', (written) => {
  expect(languageTagFrom(written)).toBeNull();
});
