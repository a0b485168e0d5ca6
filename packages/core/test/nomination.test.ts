import { waitingOf } from '@laurel/core/nomination';
import { proseOf } from '@laurel/core/prose';
import { expect, test } from 'vitest';

const DAY = 86_400;

test.each([
  [0, 'new'],
  [14 * DAY - 1, 'new'],
  [14 * DAY, 'two_weeks'],
  [30 * DAY - 1, 'two_weeks'],
  [30 * DAY, 'month'],
  [179 * DAY, 'month'],
])('after %i seconds a nomination has waited as %s', (seconds, waiting) => {
  expect(waitingOf(1_000, 1_000 + seconds)).toBe(waiting);
});

test.each([
  ['She taught us.\r\nThree times.\rAlone.', 'She taught us.\nThree times.\nAlone.'],
  ['  one \n\n\n\n two  ', 'one\n\n two'],
  ['a\u0000b\u0007c\u001b[31m', 'abc[31m'],
  ['gpj.\u202Eevil\u2066x\u2069', 'gpj.evilx'],
  ['می\u200Cخواهم क्\u200Dष', 'می\u200Cخواهم क्\u200Dष'],
  ['e\u0301', 'é'],
  ['half \ud800 a letter', 'half \ufffd a letter'],
  ['tab\there', 'tab here'],
  ['\u2028\u2029', ''],
])('%j is kept as %j', (typed, kept) => {
  expect(proseOf(typed)).toBe(kept);
  expect(proseOf(kept)).toBe(kept);
});
