/** Scripts that people’s names are written in, by their names in Unicode (UAX #24). */
const SCRIPTS = [
  'Latin',
  'Arabic',
  'Cyrillic',
  'Han',
  'Devanagari',
  'Bengali',
  'Adlam',
  'Armenian',
  'Balinese',
  'Bamum',
  'Bopomofo',
  'Canadian_Aboriginal',
  'Chakma',
  'Cham',
  'Cherokee',
  'Ethiopic',
  'Georgian',
  'Greek',
  'Gujarati',
  'Gurmukhi',
  'Hangul',
  'Hebrew',
  'Hiragana',
  'Javanese',
  'Kannada',
  'Katakana',
  'Khmer',
  'Lao',
  'Malayalam',
  'Meetei_Mayek',
  'Mongolian',
  'Myanmar',
  'Nko',
  'Ol_Chiki',
  'Oriya',
  'Osmanya',
  'Sinhala',
  'Sundanese',
  'Syriac',
  'Tamil',
  'Telugu',
  'Thaana',
  'Thai',
  'Tibetan',
  'Tifinagh',
  'Vai',
].map((script) => ({ script, letter: new RegExp(`\\p{Script=${script}}`, 'u') }));

/** The script of the first letter of a name that tells one; `other` where that is rare. */
export function scriptOfName(name: string): string {
  for (const character of name) {
    const found = SCRIPTS.find(({ letter }) => letter.test(character));
    if (found !== undefined) return found.script;
  }
  return 'other';
}
