import { readLanguageTag } from '@laurel/core/language-tag';
import { expect, test } from 'vitest';
import { autonymOf, LANGUAGE_CHOICES } from '../src/autonym.ts';

test('every language that can be chosen has a tag in its usual letters and a name of its own', () => {
  const tags = LANGUAGE_CHOICES.map(([tag]) => tag);

  expect(tags.length).toBeGreaterThan(200);
  expect(tags.map(readLanguageTag)).toEqual(tags);
  expect(LANGUAGE_CHOICES.filter(([tag, name]) => name === '' || name === tag)).toEqual([]);
  expect(new Set(LANGUAGE_CHOICES.map(([, name]) => name)).size).toBe(tags.length);
});

test('a language calls itself by its own name, and one that we do not know by its tag', () => {
  expect(autonymOf('yo')).toBe('Èdè Yorùbá');
  expect(autonymOf('tlh')).toBe('tlh');
});
