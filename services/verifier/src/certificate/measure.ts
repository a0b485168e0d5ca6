import type { Script } from '@laurel/fonts/families';
import { scriptOf } from '@laurel/fonts/scripts';
import type { Worded } from './tongue.ts';

/** How high a line must be for the tallest of its letters, by the class that the stylesheet has for it. */
export const LEADING = { plain: 1.35, tall: 1.55, taller: 1.9, tallest: 2.4 } as const;
export type Height = keyof typeof LEADING;

/** Half of the letters are wider, half narrower; a line is this much shorter where a word did not fit. */
const RAGGED = 1.08;

/** The mean width of a letter that is no mark, in em of semi-bold; measured in Noto with HarfBuzz. */
const WIDTHS: Readonly<Record<Script, number>> = {
  ...{ Latn: 0.55, Grek: 0.56, Cyrl: 0.58, Arab: 0.45, Hebr: 0.56, Zyyy: 0.56, Deva: 0.56 },
  ...{ Beng: 0.6, Guru: 0.64, Gujr: 0.55, Orya: 0.57, Taml: 0.97, Telu: 0.72, Knda: 0.88 },
  ...{ Mlym: 1.02, Sinh: 0.87, Thai: 0.56, Laoo: 0.56, Khmr: 0.68, Mymr: 0.92, Tibt: 0.58 },
  ...{ Geor: 0.65, Armn: 0.65, Ethi: 0.75, Olck: 0.62, Mtei: 0.72, Tfng: 0.7, Nkoo: 0.6 },
  ...{ Adlm: 0.68, Java: 1.1, Bali: 0.95, Hani: 1, Hira: 1, Kana: 1, Bopo: 1, Hang: 0.95 },
};
const UNKNOWN_WIDTH = 1.2;
const CAPITAL = 0.72;
const WIDEST_CAPITAL = 1;
const SPACE = 0.28;

const TALL: ReadonlySet<Script> = new Set([
  ...['Arab', 'Deva', 'Beng', 'Guru', 'Gujr', 'Orya', 'Taml', 'Telu', 'Knda', 'Mlym', 'Sinh'],
  ...['Thai', 'Laoo', 'Mtei', 'Nkoo', 'Adlm'],
]);
const TALLER: ReadonlySet<Script> = new Set(['Khmr', 'Mymr', 'Tibt', 'Java', 'Bali']);
/** Languages that are written in Nastaliq, whose words slope. */
const SLOPING = /^(?:ur|ks|pnb|skr)(?:-|$)/;

/** The height of the lines of a text. */
export function heightOf({ text, language }: Pick<Worded, 'text' | 'language'>): Height {
  const scripts = new Set([...text].map(scriptOf));
  if (scripts.has('Arab') && SLOPING.test(language)) return 'tallest';
  if ([...scripts].some((script) => TALLER.has(script))) return 'taller';
  const stacked = /\p{M}\p{M}/u.test(text.normalize('NFD'));
  return stacked || [...scripts].some((script) => TALL.has(script)) ? 'tall' : 'plain';
}

/** How long a text is on one line, in em; rather too long than too short. */
export function lengthInEm(text: string): number {
  return [...text.normalize('NFC')].reduce((sum, character) => sum + widthOf(character), 0);
}

/** How many lines of a width a text takes at a size, both of one unit. */
export function linesOf(text: string, size: number, width: number): number {
  const length = lengthInEm(text) * size;
  return length <= width ? 1 : Math.ceil((length * RAGGED) / width);
}

function widthOf(character: string): number {
  if (character === ' ') return SPACE;
  if (/^[\p{M}\p{Cf}]$/u.test(character)) return 0;
  if (/^[WMŴ@%…—]$/u.test(character)) return WIDEST_CAPITAL;
  if (/^\p{Lu}$/u.test(character) && scriptOf(character) !== 'Geor') return CAPITAL;
  if (/^\p{Extended_Pictographic}$/u.test(character)) return UNKNOWN_WIDTH;
  return WIDTHS[scriptOf(character)] ?? UNKNOWN_WIDTH;
}
