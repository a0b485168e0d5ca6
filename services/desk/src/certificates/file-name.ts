/** Bytes in UTF-8 that a name may take of a file name: with its number far below what any system allows. */
const MAX_NAME_BYTES = 120;

/** What no file name holds somewhere (Microsoft, Naming Files, Paths, and Namespaces; POSIX: the slash). */
const FORBIDDEN = /[<>:"/\\|?*]/g;
/** Unseen, or without a meaning that every system knows; marks of direction would turn the name around. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\ufffd]/gu;
/** Joiners are letters to some scripts and to emoji. */
const JOINERS = /[\u200c\u200d]/;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * The name of a certificate's file: the row's number from 1, so that no two are alike and none is a
 * name that a system keeps for itself, and whose it is. Good on Windows, macOS, Linux and phones: NFC,
 * no signs with a meaning, no marks of direction, of bounded length, cut between letters.
 */
export function certificateFileName(row: number, rows: number, username: string): string {
  const number = String(row + 1).padStart(String(rows).length, '0');
  const name = boundedName(safeName(username));
  return `${[number, ...(name === '' ? [] : [name])].join(' ')}.pdf`;
}

function safeName(username: string): string {
  return username
    .toWellFormed()
    .normalize('NFC')
    .replace(/\s/gu, ' ')
    .replace(UNSEEN, (unseen) => (JOINERS.test(unseen) ? unseen : ''))
    .replace(FORBIDDEN, '_')
    .replace(/ +/g, ' ')
    .trim();
}

function boundedName(name: string): string {
  const encoder = new TextEncoder();
  let [bounded, bytes] = ['', 0];
  for (const { segment } of graphemes.segment(name)) {
    bytes += encoder.encode(segment).length;
    if (bytes > MAX_NAME_BYTES) break;
    bounded += segment;
  }
  return bounded.trim();
}
