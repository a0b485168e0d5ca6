import { expect, test } from 'vitest';
import { isVanishedName } from '../src/vanished-name.ts';

test.each([
  'Renamed user 0cc175b9c0f1b6a831c399e269772661',
  'Vanished user 92eb5ffee6ae2fec3ad71c777531578f',
  'Vanished user 19841',
])('%s is nobody’s name', (name) => {
  expect(isVanishedName(name)).toBe(true);
});

test.each([
  'Renamed user',
  'Renamed user of Jos',
  'The Renamed user 12',
  'Vanished',
  'Ọlá of Ìbàdàn',
])('%s is somebody’s name', (name) => {
  expect(isVanishedName(name)).toBe(false);
});
