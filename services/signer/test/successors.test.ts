import { expect, test } from 'vitest';
import { type Linkable, pairSuccessors } from '../src/standing/successors.ts';

const one = (
  id: string,
  language = 'en',
  disclosure = 'account',
  name: string | null = null,
): Linkable => ({ id, language, disclosure, name });

const pairs = (old: Linkable[], fresh: Linkable[]) =>
  Object.fromEntries(pairSuccessors(old, fresh));

test('a page leads to the newest one in its own language, else to the newest in another', () => {
  expect(pairs([one('old')], [one('ar', 'ar'), one('en'), one('older')])).toEqual({ old: 'en' });
  expect(pairs([one('old')], [one('ar', 'ar'), one('fr', 'fr')])).toEqual({ old: 'ar' });
  expect(pairs([one('old')], [])).toEqual({});
});

test('one in the same language is not taken by an older one in another', () => {
  expect(pairs([one('fr', 'fr'), one('en')], [one('new')])).toEqual({ en: 'new' });
});

test('no page leads from a nameless one to a name, nor the other way', () => {
  const nameless = one('nameless', 'en', 'none');
  expect(pairs([nameless], [one('new')])).toEqual({});
  expect(pairs([one('old')], [nameless])).toEqual({});
});

test('no two pages lead to the same one, which would tie them to each other', () => {
  const old = [one('a', 'en', 'none'), one('b', 'en', 'none'), one('c', 'ar', 'none')];
  expect(pairs(old, [one('x', 'en', 'none')])).toEqual({ a: 'x' });
  expect(pairs(old, [one('x', 'en', 'none'), one('y', 'ar', 'none')])).toEqual({ a: 'x', c: 'y' });
});

test('no page leads from a name that somebody had to the one that they have now', () => {
  const old = one('old', 'en', 'name', 'Amina Jallow');
  expect(pairs([old], [one('new', 'en', 'name', 'Amin Jallow')])).toEqual({});
  expect(pairs([old], [one('new', 'ar', 'name', 'Amina Jallow')])).toEqual({ old: 'new' });
});
