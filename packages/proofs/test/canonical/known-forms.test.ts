import { expect, test } from 'vitest';
import { knownForms } from '../../src/canonical/known-forms.ts';

/** Meets a shape as the full path does, and learns it once that is wanted. */
function meet(forms: ReturnType<typeof knownForms>, key: string, timesMet = 1): boolean {
  if (forms.find(key) !== undefined) return true;
  if (forms.isWanted(key, timesMet)) forms.learn(key, 'full');
  return false;
}

test('A shape is learned when it was met often enough.', () => {
  const forms = knownForms();

  expect([1, 2, 3].map(() => meet(forms, 'a', 2))).toEqual([false, false, true]);
});

test('No more are kept than there is room for, and one that is used is not driven out by ever new ones.', () => {
  const forms = knownForms(3);
  for (let time = 0; time < 5; time += 1) for (const key of ['a', 'b', 'c']) meet(forms, key);
  for (let other = 0; other < 10_000; other += 1) meet(forms, `other ${other}`);

  expect(['a', 'b', 'c'].map((key) => forms.find(key))).toEqual(['full', 'full', 'full']);
});

test('One that is met more often than another is used takes its place, and no others.', () => {
  const forms = knownForms(2);
  for (let time = 0; time < 9; time += 1) meet(forms, 'often');
  for (let time = 0; time < 3; time += 1) meet(forms, 'seldom');
  for (let time = 0; time < 9; time += 1) meet(forms, 'new');

  expect(forms.find('new')).toBe('full');
  expect(forms.find('often')).toBe('full');
  expect(forms.find('seldom')).toBeUndefined();
});

test('What was used once does not stay for ever.', () => {
  const forms = knownForms(2);
  for (let time = 0; time < 1_000; time += 1) meet(forms, 'once');
  for (let time = 0; time < 200_000; time += 1) meet(forms, 'now');
  for (let time = 0; time < 9; time += 1) meet(forms, 'new');

  expect(forms.find('once')).toBeUndefined();
});
