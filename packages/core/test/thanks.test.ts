import { expect, test } from 'vitest';
import { MAX_THANKS_LENGTH, readThanks } from '../src/thanks.ts';

test.each([
  'Thank you for the two evenings.',
  'شكرًا لكم على الورشة. كانت رائعة!',
  'Ẹ ṣeun o — mo kọ́ ohun púpọ̀.',
  'धन्यवाद 🙏🏾',
  'Meet you @ the next one...ok?',
  'At 5:30 p.m.',
])('%s is thanks', (words) => {
  expect(readThanks(words)).toEqual({ words: words.normalize('NFC'), mistake: null });
});

test.each([
  ['', 'empty'],
  [' \n\u202e\u0000 ', 'empty'],
  ['a'.repeat(MAX_THANKS_LENGTH + 1), 'long'],
  ['See https://example.org/', 'address'],
  ['see HTTP://example.org', 'address'],
  ['see javascript://x', 'address'],
  ['www.example.org', 'address'],
  ['write to me: someone@example.org', 'address'],
] as const)('%j is not: %s', (typed, mistake) => {
  expect(readThanks(typed).mistake).toBe(mistake);
});

test('what would turn the text around it is taken out, and lines stay', () => {
  expect(readThanks('Thank\u202eyou\r\n\r\n\r\n\r\nall')).toEqual({
    words: 'Thankyou\n\nall',
    mistake: null,
  });
});
