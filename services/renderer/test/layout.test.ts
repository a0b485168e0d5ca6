import { graphemesOf } from '@laurel/fonts/graphemes';
import { expect, test } from 'vitest';
import { piecesOf } from '../src/text/breaks.ts';
import { fitText, heightOf, type Measured } from '../src/text/fit.ts';
import { isolated, printForm } from '../src/text/print-form.ts';

/** A text in letters of half an em. */
function halfEms(text: string): Measured {
  const graphemes = graphemesOf(text);
  return {
    text,
    graphemes,
    pieces: piecesOf(text, graphemes, 'en'),
    width: (start, end) => (end - start) / 2,
    ascent: 0.8,
    descent: 0.2,
  };
}

type Fitted = ReturnType<typeof fitText<Measured>>;

function linesOf({ lines, paragraph }: Fitted): readonly string[] {
  return lines.map(({ start, end }) => paragraph.text.slice(start, end));
}

const ROOM = { width: 100, height: 33, largest: 20, smallest: 5, leading: 1.1 };

test('a text that fits is set at the largest size, on one line', () => {
  const fitted = fitText(halfEms('laurel'), { ...ROOM, width: 102 });
  expect(linesOf(fitted)).toEqual(['laurel']);
  expect(fitted.size).toBe(20);
});

test('a longer text is set smaller, in lines of like length, with its words whole', () => {
  const fitted = fitText(halfEms('one two three four five six seven'), ROOM);
  expect(linesOf(fitted).join(' ')).toBe('one two three four five six seven');
  expect(fitted.lines.length).toBeGreaterThan(1);
});

test('a word is cut only where no size lets it stay whole', () => {
  expect(fitText(halfEms('x'.repeat(30)), ROOM).lines).toHaveLength(1);
  const cut = fitText(halfEms('x'.repeat(80)), ROOM);
  expect(cut.lines.length).toBeGreaterThan(1);
  expect(linesOf(cut).join('')).toBe('x'.repeat(80));
});

test('nothing of a text is ever left out, and no line is wider than its room', () => {
  for (let length = 0; length < 6000; length = length * 2 + 1) {
    for (const text of [
      'x'.repeat(length),
      'word '.repeat(length / 5).trim(),
      'ab-'.repeat(length),
    ]) {
      const fitted = fitText(halfEms(text), ROOM);
      for (const line of linesOf(fitted)) {
        expect((line.length / 2) * fitted.size).toBeLessThanOrEqual(ROOM.width);
      }
      expect(linesOf(fitted).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }
  }
});

test('a text is higher than its room only where the smallest size is', () => {
  const words = 'word '.repeat(80).trim();
  const fitted = fitText(halfEms(words), ROOM);
  expect(heightOf(fitted)).toBeGreaterThan(ROOM.height);
  expect(fitted.size).toBe(ROOM.smallest);
  expect(heightOf(fitText(halfEms(words), { ...ROOM, height: 80 }))).toBeLessThanOrEqual(80);
});

test('the printed form is composed and has single spaces', () => {
  expect(printForm('  e\u0301\n\n a ')).toBe('é a');
  expect(printForm('\ud800x')).toBe('\ufffdx');
  expect(printForm(isolated('a'))).toBe('\u2068a\u2069');
});
