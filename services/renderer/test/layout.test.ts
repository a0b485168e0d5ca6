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
  const fitted = fitText('laurel', halfEms, { ...ROOM, width: 102 });
  expect(linesOf(fitted)).toEqual(['laurel']);
  expect(fitted.size).toBe(20);
});

test('a longer text is set smaller, in lines of like length, with its words whole', () => {
  const fitted = fitText('one two three four five six seven', halfEms, ROOM);
  expect(linesOf(fitted).join(' ')).toBe('one two three four five six seven');
  expect(fitted.lines.length).toBeGreaterThan(1);
  expect(fitted.shortened).toBe(false);
});

test('a word is cut only where no size lets it stay whole', () => {
  expect(fitText('x'.repeat(30), halfEms, ROOM).lines).toHaveLength(1);
  const cut = fitText('x'.repeat(80), halfEms, ROOM);
  expect(cut.lines.length).toBeGreaterThan(1);
  expect(linesOf(cut).join('')).toBe('x'.repeat(80));
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
      for (const line of linesOf(fitted)) {
        expect((line.length / 2) * fitted.size).toBeLessThanOrEqual(ROOM.width);
      }
      expect(fitted.shortened).toBe(linesOf(fitted).at(-1)?.endsWith('…') ?? false);
      if (!fitted.shortened)
        expect(linesOf(fitted).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }
  }
});

test('the printed form is composed and has single spaces', () => {
  expect(printForm('  e\u0301\n\n a ')).toBe('é a');
  expect(printForm('\ud800x')).toBe('\ufffdx');
  expect(printForm(isolated('a'))).toBe('\u2068a\u2069');
});
