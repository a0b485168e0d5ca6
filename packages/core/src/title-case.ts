/** The letters made of two, with the one form that title case has for them (UnicodeData.txt). */
const DIGRAPHS: Readonly<Record<string, string>> = { Ǆ: 'ǅ', Ǉ: 'ǈ', Ǌ: 'ǋ', Ǳ: 'ǲ' };

/** JavaScript knows only upper case, which for Georgian letters is a script style of its own. */
const GEORGIAN_MTAVRULI = /[\u1C90-\u1CBF]/u;

const IOTA = '\u0399';
const COMBINING_IOTA = '\u0345';

/**
 * The text with its first letter in title case, as the wikis store page and user names: title case,
 * not upper case, and ß kept (Unicode SpecialCasing.txt; Wikimedia's configuration of
 * `Language::ucfirst`). The text is in NFC and stays so.
 */
export function withTitleCasedFirstLetter(text: string): string {
  const [first = ''] = text;
  return (titleCaseOf(first) + text.slice(first.length)).normalize('NFC');
}

function titleCaseOf(letter: string): string {
  if (letter === 'ß' || /\p{Lt}/u.test(letter)) return letter;
  const upper = letter.toUpperCase();
  if (GEORGIAN_MTAVRULI.test(upper)) return letter;
  const [first = '', ...rest] = upper;
  if (rest.length === 0) return DIGRAPHS[upper] ?? upper;
  // ŉ begins with an apostrophe, so that the capital comes second.
  if (!/\p{Lu}/u.test(first)) return upper;
  return first + rest.map((part) => (part === IOTA ? COMBINING_IOTA : part.toLowerCase())).join('');
}
