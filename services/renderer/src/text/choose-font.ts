import type { Script } from '@laurel/fonts/families';
import { familyOrder, isIgnorable } from '@laurel/fonts/family-order';
import { fileFor } from '../fonts/library.ts';
import type { Weight } from '../fonts/weight.ts';

const chosen = new Map<string, string | null>();
/** Letters repeat; beyond so many different ones all are chosen anew. */
const MAX_CHOSEN = 20_000;

/**
 * The one font file that draws every character of a grapheme, so that its marks stay with its letter;
 * null where no font does.
 */
export function fontFor(
  grapheme: string,
  script: Script,
  language: string,
  weight: Weight,
): string | null {
  const key = `${grapheme} ${script} ${language} ${weight}`;
  const before = chosen.get(key);
  if (before !== undefined) return before;
  const found = firstFont(grapheme, script, language, weight);
  if (chosen.size >= MAX_CHOSEN) chosen.clear();
  chosen.set(key, found);
  return found;
}

function firstFont(
  grapheme: string,
  script: Script,
  language: string,
  weight: Weight,
): string | null {
  const drawn = [...grapheme].filter((character) => !isIgnorable(character));
  for (const family of familyOrder(grapheme, script, language)) {
    const file = fileOfAll(family, drawn.length === 0 ? [' '] : drawn, weight);
    if (file !== null) return file;
  }
  return null;
}

function fileOfAll(family: string, characters: readonly string[], weight: Weight): string | null {
  const files = characters.map((character) => fileOf(family, character, weight));
  const [file = null] = files;
  return files.every((one) => one === file) ? file : null;
}

/** HarfBuzz takes a character apart where a font has only its parts. */
function fileOf(family: string, character: string, weight: Weight): string | null {
  const whole = fileFor(family, codePointOf(character), weight);
  const parts = [...character.normalize('NFD')];
  return whole ?? (parts.length > 1 ? fileOfAll(family, parts, weight) : null);
}

function codePointOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
