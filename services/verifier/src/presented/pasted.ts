/** What stands round a text that was copied out of a program, a chat or a document. */
const QUOTES: readonly (readonly [string, string])[] = [
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
  ['„', '“'],
  ['‘', '’'],
  ['«', '»'],
];

/** An address as mails and RFC 3986, Appendix C, set it off. */
const IN_ANGLES = /^<([^<>\s]+)>$/;

const FENCED = /^```[^\n]*\n(.*)\n?```$/s;

/** A JWT that a mail or a terminal has broken into lines. */
const BROKEN_JWT = /^[\w-]+\s*\.[\w\s-]+\.[\w\s-]*$/;

/**
 * A pasted text without what was copied along: space, quotation marks, a fence of Markdown, line breaks in
 * a JWT. Quotation marks of JSON stay, as they belong to it.
 */
export function withoutPasted(text: string): string {
  const trimmed = text.trim();
  const inside = (FENCED.exec(trimmed)?.[1] ?? unquoted(trimmed)).trim();
  return BROKEN_JWT.test(inside) ? inside.replaceAll(/\s+/g, '') : inside;
}

function unquoted(text: string): string {
  const pair = QUOTES.find(
    ([open, close]) => text.length > 1 && text.startsWith(open) && text.endsWith(close),
  );
  return pair === undefined ? (IN_ANGLES.exec(text)?.[1] ?? text) : text.slice(1, -1);
}
