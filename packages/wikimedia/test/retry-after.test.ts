import { expect, test } from 'vitest';
import { retryAfterSecondsOf } from '../src/retry-after.ts';

const DATE = 'Sat, 21 Nov 2026 10:00:00 GMT';

test.each([
  ['seconds', { 'retry-after': '17' }, 17],
  [
    'a date, counted from the answer’s own',
    { 'retry-after': 'Sat, 21 Nov 2026 10:01:30 GMT', date: DATE },
    90,
  ],
  ['a date that has passed', { 'retry-after': 'Sat, 21 Nov 2026 09:00:00 GMT', date: DATE }, 1],
  ['a date without one to count from', { 'retry-after': 'Sat, 21 Nov 2026 10:01:30 GMT' }, 30],
  ['no time', {}, 30],
  ['nonsense', { 'retry-after': 'soon', date: DATE }, 30],
  ['now', { 'retry-after': '0' }, 1],
  ['a year', { 'retry-after': '31536000' }, 86_400],
])('an answer that asks to wait for %s is understood', (_, headers, seconds) => {
  expect(retryAfterSecondsOf(new Response(null, { headers }))).toBe(seconds);
});
