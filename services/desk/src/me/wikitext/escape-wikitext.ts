/**
 * What stands as it is. All other ASCII characters are written by their numbers, as each of them begins
 * something in wikitext somewhere: markup, links, templates, tables, signatures, behaviour switches,
 * language variants or bare addresses.
 */
const PLAIN = /[A-Za-z0-9 ,.]/;

/** Breaks of lines, other control characters, and marks that turn the direction of what follows. */
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u200E\u200F\u202A-\u202E\u2066-\u2069\u061C\uFEFF]+/gu;

/** Words that a number after a space makes into a link (MediaWiki, Help:Magic links). */
const MAGIC_WORDS = /\b(ISBN|RFC|PMID) /g;

/**
 * A text as wikitext that shows just this text, in one line, wherever it is put: on a page, in a cell, in
 * a link or a parameter of a template (MediaWiki, Help:Formatting; Help:Escaping).
 */
export function escapeWikitext(text: string): string {
  return [...text.replaceAll(INVISIBLE, ' ').replaceAll(/ {2,}/g, ' ').trim()]
    .map((character) =>
      character > '\u007E' || PLAIN.test(character) ? character : `&#${character.codePointAt(0)};`,
    )
    .join('')
    .replaceAll(MAGIC_WORDS, '$1&#32;');
}
