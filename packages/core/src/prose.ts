/** Marks that turn the direction of whatever follows, and control characters but for the line break. */
const UNSEEN = /[\u202A-\u202E\u2066-\u2069\uFEFF]|(?!\n)\p{Cc}/gu;

/**
 * A text of several lines that somebody typed, in any script, as it is kept: in NFC, lines ended by LF,
 * without control characters and marks that would turn the text around it, at most one empty line in a
 * row, nothing at its ends. Joiners stay, as many scripts are written with them.
 */
export function proseOf(typed: string): string {
  return typed
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(/\t/gu, ' ')
    .replace(UNSEEN, '')
    .replace(/[^\S\n]+\n/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}
