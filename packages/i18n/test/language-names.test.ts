import { expect, test } from 'vitest';
import { namesOfLanguage } from '../../../scripts/language-names.ts';
import table from '../src/language-names.json' with { type: 'json' };
import { NAMED_LANGUAGES, nameOfLanguage } from '../src/language-names.ts';

test('languages are called as they and Node call them', () => {
  for (const [tag, names] of Object.entries(table))
    expect(namesOfLanguage(tag), tag).toEqual(names);
});

test('a language is named for readers of any, once where both names are the same', () => {
  expect(nameOfLanguage('ar')).toBe('العربية (Arabic)');
  expect(nameOfLanguage('ha')).toBe('Hausa');
  expect(nameOfLanguage('tlh')).toBe('tlh');
});

test('languages are listed by their English names, each once', () => {
  expect(new Set(NAMED_LANGUAGES).size).toBe(Object.keys(table).length);
  expect(NAMED_LANGUAGES.indexOf('ar')).toBeLessThan(NAMED_LANGUAGES.indexOf('ha'));
});
