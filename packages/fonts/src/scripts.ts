import type { Script } from './families.ts';

/** Scripts that Laurel has fonts for: the ISO 15924 code and Unicode's name (UAX #24). */
const NAMES = {
  Latn: 'Latin',
  Grek: 'Greek',
  Cyrl: 'Cyrillic',
  Arab: 'Arabic',
  Hebr: 'Hebrew',
  Deva: 'Devanagari',
  Beng: 'Bengali',
  Guru: 'Gurmukhi',
  Gujr: 'Gujarati',
  Orya: 'Oriya',
  Taml: 'Tamil',
  Telu: 'Telugu',
  Knda: 'Kannada',
  Mlym: 'Malayalam',
  Sinh: 'Sinhala',
  Thai: 'Thai',
  Laoo: 'Lao',
  Khmr: 'Khmer',
  Mymr: 'Myanmar',
  Tibt: 'Tibetan',
  Geor: 'Georgian',
  Armn: 'Armenian',
  Ethi: 'Ethiopic',
  Olck: 'Ol_Chiki',
  Mtei: 'Meetei_Mayek',
  Tfng: 'Tifinagh',
  Nkoo: 'Nko',
  Adlm: 'Adlam',
  Java: 'Javanese',
  Bali: 'Balinese',
  Hani: 'Han',
  Hira: 'Hiragana',
  Kana: 'Katakana',
  Bopo: 'Bopomofo',
  Hang: 'Hangul',
} as const;

const TESTS = Object.entries(NAMES).map(
  ([script, name]) => [script, new RegExp(`^\\p{Script=${name}}$`, 'u')] as const,
);
const SHARED = /^[\p{Script=Common}\p{Script=Inherited}]$/u;

/** A code point that belongs to no script of its own: it takes that of its neighbours. */
export const SHARED_SCRIPT: Script = 'Zyyy';
/** A script that Laurel has no font for. */
const UNKNOWN_SCRIPT: Script = 'Zzzz';

/** Signs that Han, Kana and Bopomofo share and no other script has: of them all, Han has the fonts. */
const FULL_WIDTH = /^[\u3001-\u303f\uff01-\uff65\uffe0-\uffe6]$/;

const known = new Map<string, Script>();
/** Enough for every script of a crowded certificate; more are looked up again. */
const MAX_KNOWN = 20_000;

/** The script of one character (UAX #24, Section 5.1). */
export function scriptOf(character: string): Script {
  const before = known.get(character);
  if (before !== undefined) return before;
  const found = FULL_WIDTH.test(character)
    ? 'Hani'
    : SHARED.test(character)
      ? SHARED_SCRIPT
      : (TESTS.find(([, test]) => test.test(character))?.[0] ?? UNKNOWN_SCRIPT);
  if (known.size < MAX_KNOWN) known.set(character, found);
  return found;
}

/** Scripts that write words without a space between them: where a line may break is found otherwise. */
export const SCRIPTS_WITHOUT_SPACES: ReadonlySet<Script> = new Set([
  'Thai',
  'Laoo',
  'Khmr',
  'Mymr',
  'Java',
  'Bali',
]);

/** Scripts in which a line may break between any two characters, but for the rules of punctuation. */
export const SCRIPTS_OF_SIGNS: ReadonlySet<Script> = new Set(['Hani', 'Hira', 'Kana', 'Bopo']);
