/**
 * Letters that a font draws right one by one: Latin, Greek and Cyrillic, precomposed. What joins,
 * stacks, reorders or runs from right to left needs shaping that the PDF engine undoes: it overwrites
 * vertical offsets and forces runs left to right, so marks land beside their letters.
 */
const LETTERS = String.raw`\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\u02bb\u02bc`;
const ASCII = String.raw`\u0020-\u007e`;
/** Latin-1 signs, but for the soft hyphen, which asks for a line break. */
const LATIN_SIGNS = String.raw`\u00a0-\u00ac\u00ae-\u00bf\u00d7\u00f7`;
const PUNCTUATION = String.raw`\u2009-\u200a\u2010-\u2015\u2018-\u201f\u2020-\u2022\u2026\u202f\u2030\u2032\u2033\u2039\u203a`;
const SIGNS = String.raw`\u20a0-\u20bf\u2116\u2122\u2212`;
const PLAIN = new RegExp(`^[${LETTERS}${ASCII}${LATIN_SIGNS}${PUNCTUATION}${SIGNS}]*$`, 'u');
const MARKS = /\p{M}/u;

/** NFC, with runs of breaking white space as one space: the form in which a text is judged and drawn. */
export function printForm(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
}

/** True where every character of a text in {@link printForm} would be drawn right with a font that `covers` it. */
export function isDrawable(text: string, covers: (codePoint: number) => boolean): boolean {
  if (!PLAIN.test(text) || MARKS.test(text)) return false;
  return [...text].every((character) => covers(character.codePointAt(0) ?? 0));
}
