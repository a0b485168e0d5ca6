import { expect, test } from 'vitest';
import { PALETTES } from '../src/art/palette.ts';
import { isDrawable, printForm } from '../src/drawable.ts';
import { fitText, heightOf } from '../src/fit.ts';

const halfEms = (text: string) => text.length / 2;
const ROOM = { width: 100, height: 30, largest: 20, smallest: 5, leading: 1 };

test('a text that fits is set at the largest size, on one line', () => {
  expect(fitText('laurel', halfEms, ROOM)).toMatchObject({ lines: ['laurel'], size: 20 });
});

test('a longer text is set smaller, in lines of like length, with its words whole', () => {
  const { lines, shortened } = fitText('one two three four five six seven', halfEms, ROOM);
  expect(lines.join(' ')).toBe('one two three four five six seven');
  expect(lines.length).toBeGreaterThan(1);
  expect(shortened).toBe(false);
});

test('a word is cut only where no size lets it stay whole', () => {
  expect(fitText('x'.repeat(30), halfEms, ROOM).lines).toHaveLength(1);
  const cut = fitText('x'.repeat(80), halfEms, ROOM);
  expect(cut.lines.length).toBeGreaterThan(1);
  expect(cut.lines.join('')).toBe('x'.repeat(80));
});

test('a text that fits at no size ends in an ellipsis; no result is larger than its room', () => {
  for (let length = 0; length < 6000; length = length * 2 + 1) {
    for (const text of [
      'x'.repeat(length),
      'word '.repeat(length / 5).trim(),
      'ab-'.repeat(length),
    ]) {
      const fitted = fitText(text, halfEms, ROOM);
      expect(heightOf(fitted)).toBeLessThanOrEqual(ROOM.height);
      for (const line of fitted.lines) {
        expect(halfEms(line) * fitted.size).toBeLessThanOrEqual(ROOM.width);
      }
      expect(fitted.shortened).toBe(fitted.lines.at(-1)?.endsWith('…') ?? false);
      if (!fitted.shortened)
        expect(fitted.lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }
  }
});

test('a text is drawable only where the font covers every character', () => {
  expect(isDrawable('abc', () => true)).toBe(true);
  expect(isDrawable('abc', (codePoint) => codePoint !== 0x62)).toBe(false);
  expect(isDrawable('क', () => true)).toBe(false);
  expect(isDrawable('a\u0301\u0323', () => true)).toBe(false);
});

test('the printed form is composed and has single spaces', () => {
  expect(printForm('  e\u0301\n\n a ')).toBe('é a');
});

test('the dark colour of every kind has a contrast of at least 7 to 1 on white', () => {
  for (const { dark, pale } of Object.values(PALETTES)) {
    expect(contrast(dark, '#ffffff')).toBeGreaterThanOrEqual(7);
    expect(contrast(dark, pale)).toBeGreaterThanOrEqual(7);
  }
});

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) =>
    [0.2126, 0.7152, 0.0722].reduce((sum, weight, index) => {
      const channel = Number.parseInt(colour.slice(1 + 2 * index, 3 + 2 * index), 16) / 255;
      return (
        sum + weight * (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)
      );
    }, 0);
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
