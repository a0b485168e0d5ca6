import { expect, test } from 'vitest';
import { textMistake } from '../src/plain-text.ts';

test.each([
  'Plain <b>text</b> & more',
  'نام\u200cآزاد',
  'क्\u200dष',
  'a\u200e b',
  '👩\u200d💻 and 𞤀',
])('“%s” is text', (text) => {
  expect(textMistake(text)).toBeNull();
});

test.each(['a\nb', 'a\u0000', 'a\u0085', 'a\u2028b', '\ud800', 'a\ufffe'])(
  'text with what nobody sees is found: %j',
  (text) => {
    expect(textMistake(text)).toBe('unseen');
  },
);

test.each(['\u202eevil', 'a\u2066b\u2069', '\u202ba'])(
  'text that turns others around is found: %j',
  (text) => {
    expect(textMistake(text)).toBe('direction');
  },
);
