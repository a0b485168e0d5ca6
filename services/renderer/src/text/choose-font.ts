import { COMMON_FAMILIES, FAMILIES, type Script } from '../fonts/families.ts';
import { emojiFirst, familiesFor, fileFor } from '../fonts/library.ts';
import type { Weight } from '../fonts/weight.ts';

/** What a font may lack: HarfBuzz draws nothing for it (Unicode, Section 5.21). */
const IGNORABLE = /^\p{Default_Ignorable_Code_Point}$/u;
const EMOJI = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|^[#*0-9]\ufe0f?\u20e3$/u;
const TEXT_STYLE = '\ufe0e';
/** Letters, digits and signs below the combining marks: a family in slices is not loaded for them. */
const FIRST_MARK = 0x300;
/** They look alike all over the certificate, beside letters of whichever script. */
const DIGIT = /^[0-9]$/;

/** True for a character without a look of its own. */
export function isIgnorable(character: string): boolean {
  return IGNORABLE.test(character);
}

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
  const [first = grapheme] = drawn;
  for (const family of orderFor(grapheme, first, script, language)) {
    const file = fileOfAll(family, drawn.length === 0 ? [' '] : drawn, weight);
    if (file !== null) return file;
  }
  return null;
}

function orderFor(
  grapheme: string,
  first: string,
  script: Script,
  language: string,
): readonly string[] {
  const order = familiesFor(script, language);
  if (EMOJI.test(grapheme) && !grapheme.includes(TEXT_STYLE)) return emojiFirst(order);
  const plain = DIGIT.test(first) || (codePointOf(first) < FIRST_MARK && inSlices(order[0]));
  return plain ? COMMON_FAMILIES : order;
}

function inSlices(id: string | undefined): boolean {
  return FAMILIES.find((family) => family.id === id)?.sliced ?? false;
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
