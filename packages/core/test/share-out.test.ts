import { expect, test } from 'vitest';
import { secondsAt } from '../src/day.ts';
import { dueReminder } from '../src/share-out.ts';
import { readShareOutLink } from '../src/share-out-link.ts';

const UNTIL = '2027-03-31';
const DAY = 86_400;
const END = secondsAt(UNTIL) + DAY;

test.each([
  ['31 days before', END - 31 * DAY, null, null],
  ['30 days before', END - 30 * DAY, null, 30],
  ['30 days before, put away', END - 30 * DAY, 30, null],
  ['8 days before, put away at 30', END - 8 * DAY, 30, null],
  ['7 days before', END - 7 * DAY, null, 7],
  ['7 days before, put away at 30', END - 7 * DAY, 30, 7],
  ['7 days before, put away', END - 7 * DAY, 7, null],
  ['in the last second', END - 1, 30, 7],
  ['after the day', END, null, null],
])('%s of its day, the reminder is told once', (_, nowSeconds, putAway, due) => {
  expect(dueReminder(UNTIL, putAway, nowSeconds)).toBe(due);
});

test.each([
  [
    'https://commons.wikimedia.org/wiki/File:Talk.webm#t=4',
    'https://commons.wikimedia.org/wiki/File:Talk.webm',
  ],
  [' https://xn--80ak6aa92e.com/x ', 'https://xn--80ak6aa92e.com/x'],
  ['http://example.org/', null],
  ['https://user:word@example.org/', null],
  ['https://example.org:8443/', null],
  ['https://localhost/', null],
  ['https://10.0.0.1/', null],
  ['https://[::1]/', null],
  ['javascript:alert(1)', null],
  [`https://example.org/${'x'.repeat(1_000)}`, null],
])('%s is kept as %s', (written, kept) => {
  expect(readShareOutLink(written)).toBe(kept);
});
