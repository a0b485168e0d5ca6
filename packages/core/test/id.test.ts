import { expect, test } from 'vitest';
import { classOfId, ID_CLASSES, ID_LENGTH } from '../src/id.ts';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

test('an id of any one class still holds 96 random bits', () => {
  const sizes = Array.from(
    { length: ID_CLASSES },
    (_, one) => [...ALPHABET].filter((letter) => classOfId(letter) === one).length,
  );
  const rest = (ID_LENGTH - 1) * Math.log2(ALPHABET.length);

  expect(sizes.reduce((sum, size) => sum + size)).toBe(ALPHABET.length);
  for (const size of sizes) expect(rest + Math.log2(size)).toBeGreaterThanOrEqual(96);
});

test.each(['', '0', 'I', 'é', '/c'])('%j, which is no id, has a class all the same', (text) => {
  expect(classOfId(text)).toBeLessThan(ID_CLASSES);
  expect(classOfId(text)).toBeGreaterThanOrEqual(0);
});
