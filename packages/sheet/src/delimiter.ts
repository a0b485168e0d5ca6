/** In the order in which one is taken where two would do. */
const DELIMITERS = ['\t', ';', ',', '|'] as const;

const LINES_LOOKED_AT = 100;
/** More than this share of the lines must have the same number of a delimiter for it to be one. */
const MIN_SHARE = 0.5;

/**
 * What stands between the cells of a text, by which the lines agree most; null where nothing does,
 * as in a list of names. What stands in quotation marks, or in a link or a
 * template of wikitext, is not looked at.
 */
export function guessDelimiter(text: string): string | null {
  const lines = text
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
