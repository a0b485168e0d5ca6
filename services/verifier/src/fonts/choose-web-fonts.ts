import type { LanguageTag } from '@laurel/core/language';
import { familyOrder, isIgnorable } from '@laurel/fonts/family-order';
import { type Grapheme, graphemesOf } from '@laurel/fonts/graphemes';
import { fontWith, partWith, type ReadAsset, readFamilies, type WebFont } from './web-fonts.ts';

type TextToDraw = { readonly text: string; readonly language: LanguageTag };

/** What a page loads. */
export type ChosenFonts = {
  readonly fonts: readonly WebFont[];
  /** For each language the names of fonts to try, the one that draws most of its texts first. */
  readonly order: ReadonlyMap<LanguageTag, readonly string[]>;
};

type Need = {
  readonly part: readonly WebFont[];
  /** By their code points. */
  readonly characters: Set<number>;
  /** How many graphemes of each language it draws. */
  readonly drawn: Map<LanguageTag, number>;
};

/**
 * The fonts that draw these texts and no others, by the rules of the PDF. What none of them has is left to
 * the fonts of the reader's device.
 */
export async function chooseWebFonts(
  texts: readonly TextToDraw[],
  read: ReadAsset,
): Promise<ChosenFonts> {
  const graphemes = texts.flatMap(({ text, language }) =>
    graphemesOf(text).map((grapheme) => ({
      characters: seenIn(grapheme),
      order: familyOrder(grapheme.text, grapheme.script, language),
      language,
    })),
  );
  const needs = new Map<readonly WebFont[], Need>();
  for (const { characters, order, language } of graphemes) {
    if (characters.length === 0) continue;
    const part = await firstPart(order, characters, read);
    if (part === null) continue;
    const need = needs.get(part) ?? { part, characters: new Set(), drawn: new Map() };
    needs.set(part, need);
    for (const codePoint of characters) need.characters.add(codePoint);
    need.drawn.set(language, (need.drawn.get(language) ?? 0) + 1);
  }
  return chosen([...needs.values()], new Set(texts.map(({ language }) => language)));
}

/** A list of slices is read where the fonts before it do not do: a name in Latin letters reads none. */
async function firstPart(
  order: readonly string[],
  characters: readonly number[],
  read: ReadAsset,
): Promise<readonly WebFont[] | null> {
  for (const family of order) {
    await readFamilies([family], read);
    const part = partWith(family, characters);
    if (part !== null) return part;
  }
  return null;
}

function chosen(needs: readonly Need[], languages: Iterable<LanguageTag>): ChosenFonts {
  const fonts = needs.flatMap(({ part, characters, drawn }) => {
    const font = fontWith(part, characters) ?? part.at(-1);
    return font === undefined ? [] : [{ font, drawn }];
  });
  const orderIn = (language: LanguageTag) =>
    fonts
      .map(({ font, drawn }) => ({ name: font.name, drawn: drawn.get(language) ?? 0 }))
      .filter(({ drawn }) => drawn > 0)
      .sort((one, other) => other.drawn - one.drawn)
      .map(({ name }) => name);
  return {
    fonts: fonts.map(({ font }) => font),
    order: new Map([...languages].map((language) => [language, orderIn(language)])),
  };
}

function seenIn({ text }: Grapheme): readonly number[] {
  return [...text]
    .filter((character) => !isIgnorable(character) && !/\s/u.test(character))
    .map((character) => character.codePointAt(0) ?? 0);
}
