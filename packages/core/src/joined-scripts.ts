/** Scripts of which some words are written with joiners (U+200C and U+200D; RFC 5892, Appendix A). */
const JOINED = [
  'Adlm',
  'Arab',
  'Bali',
  'Beng',
  'Deva',
  'Gujr',
  'Guru',
  'Java',
  'Khmr',
  'Knda',
  'Mlym',
  'Mong',
  'Mymr',
  'Nkoo',
  'Orya',
  'Sinh',
  'Syrc',
  'Taml',
  'Telu',
  'Tibt',
].map((script) => `\\p{scx=${script}}`);

const MEANT = new RegExp(`(?<=[${JOINED.join('')}])[\\u200C\\u200D](?=[${JOINED.join('')}])`, 'gu');

/** Which glyph of a letter is meant: of Han (UTS #37), and of Mongolian (The Unicode Standard, Section 13.5). */
const GLYPHS =
  /(?<=\p{sc=Han})[\uFE00-\uFE02\u{E0100}-\u{E01EF}]|(?<=\p{sc=Mong})[\u180B-\u180D\u180F]/gu;

/** A text without the characters that nobody sees and that tell all the same how a letter beside them is written. */
export function withoutMeantJoiners(text: string): string {
  return text.replace(MEANT, '').replace(GLYPHS, '');
}
