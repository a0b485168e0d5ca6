/** In the order in which one is taken where two would do. */
const DELIMITERS = ['\t', ';', ',', '|'] as const;

const LINES_LOOKED_AT = 100;
/** More than this share of the lines must have the same number of a delimiter for it to be one. */
const MIN_SHARE = 0.5;

/** The end of a signature on a talk page: `10:03, 21 November 2026 (UTC)`, in any language. */
const SIGNED_AT = /\p{Nd}{1,2}[:.]\p{Nd}{2}[^\n]{0,40}\([^()\n]{2,12}\)\s*$/gmu;

/** An entry of a list of wikitext that begins with somebody: `# [[User:X]]`, `* {{u|X}}`. */
const WIKI_ENTRY = /^\s*[*#:]+\s*(?:\[\[|\{\{)/;

/**
 * What stands between the cells of a text, by which the lines agree most; null where nothing does,
 * as in a list of names or of signatures. What stands in quotation marks, or in
 * a link, a template or the time of a signature of wikitext, is not looked at.
 */
export function guessDelimiter(text: string): string | null {
  const entries = text.split('\n').filter((line) => line.trim() !== '');
  const ofWiki = entries.filter((line) => WIKI_ENTRY.test(line)).length;
  if (ofWiki > entries.length * MIN_SHARE) return null;
  const lines = text
    .replace(SIGNED_AT, '')
    .replace(/"(?:[^"]|"")*"|\[\[[^\]\n]*\]\]|\{\{[^}\n]*\}\}/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, LINES_LOOKED_AT);
  const [best] = DELIMITERS.map((delimiter) => ({ delimiter, ...agreementOn(delimiter, lines) }))
    .filter(({ share, count }) => count > 0 && share > MIN_SHARE)
    .sort((one, other) => other.weight - one.weight);
  return best?.delimiter ?? null;
}

/** The number of a delimiter that most lines have, and what share of the lines has it. */
function agreementOn(delimiter: string, lines: readonly string[]) {
  const tally = new Map<number, number>();
  for (const line of lines) {
    const count = line.split(delimiter).length - 1;
    if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1);
  }
  const [[count, agreeing] = [0, 0]] = [...tally].sort(([, one], [, other]) => other - one);
  const share = agreeing / Math.max(1, lines.length);
  return { count, share, weight: share + Math.min(count, 10) / 100 };
}
