import type { Direction, LanguageTag } from '@laurel/core/language';
import type { Script } from '@laurel/fonts/families';
import { isIgnorable } from '@laurel/fonts/family-order';
import { type Grapheme, graphemesOf } from '@laurel/fonts/graphemes';
import type { Weight } from '../fonts/weight.ts';
import { fontFor } from './choose-font.ts';
import { levelsOf, steersDirection } from './direction.ts';
import { isOverride, withoutOverrides } from './print-form.ts';

/** A text as somebody wants it set. */
export type TextToSet = {
  /** In print form. */
  readonly text: string;
  readonly weight: Weight;
  readonly language: LanguageTag;
  /** `auto`: as its own letters run. */
  readonly base: Direction | 'auto';
  /** The page's direction, for a text without letters. */
  readonly page: Direction;
};

/** A part of a text in one script, one direction and one font. Without a font it is drawn as boxes. */
export type Item = {
  readonly start: number;
  readonly end: number;
  /** Odd: from right to left (UAX #9). */
  readonly level: number;
  readonly script: Script;
  readonly font: string | null;
};

export type Itemised = {
  readonly items: readonly Item[];
  readonly graphemes: readonly Grapheme[];
  readonly base: Direction;
};

/** Parts a text by direction, script and font. The lists of slices of its scripts must be loaded. */
export function itemise(
  { text, weight, language, base, page }: TextToSet,
  graphemes: readonly Grapheme[] = graphemesOf(text),
): Itemised {
  const { levels, base: direction } = levelsOf(withoutOverrides(text), base, page);
  const unseen = [...text].every((character) => isIgnorable(character) || character === ' ');
  const items: Item[] = [];
  const add = ({ start, end }: Span, script: Script, font: string | null) => {
    const level = levels[start] ?? 0;
    const last = items.at(-1);
    const goesOn = last?.end === start && last.level === level && last.script === script;
    if (goesOn && last.font === font) items[items.length - 1] = { ...last, end };
    else items.push({ start, end, level, script, font });
  };
  for (const grapheme of graphemes) {
    const { script } = grapheme;
    if ((unseen && grapheme.text !== ' ') || isOverride(grapheme.text)) add(grapheme, script, null);
    else if (!steersDirection(grapheme.text)) {
      const font = fontFor(grapheme.text, script, language, weight);
      for (const part of font === null ? charactersOf(grapheme) : [grapheme]) {
        add(part, script, font ?? fontFor(part.text, script, language, weight));
      }
    }
  }
  return { items, graphemes, base: direction };
}

type Span = { readonly text: string; readonly start: number; readonly end: number };

function charactersOf({ text, start }: Grapheme): readonly Span[] {
  let at = start;
  return [...text].map((character) => {
    const span = { text: character, start: at, end: at + character.length };
    at = span.end;
    return span;
  });
}
