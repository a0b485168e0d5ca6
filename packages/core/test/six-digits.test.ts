import { expect, test } from 'vitest';
import { sixDigitsFrom } from '../src/six-digits.ts';

test('a number gives six digits, also where they begin with zeros', () => {
  expect([0, 42, 999_999, 1_000_001].map(sixDigitsFrom)).toEqual([
    '000000',
    '000042',
    '999999',
    '000001',
  ]);
});

test('numbers that would make some digits likelier than others give none', () => {
  const last = 4_294_000_000 - 1;
  expect(sixDigitsFrom(last)).toBe('999999');
  expect([last + 1, 2 ** 32 - 1].map(sixDigitsFrom)).toEqual([null, null]);
});
