/** The marks with which the entries of a list begin: bullets, wiki lists, numbers, mentions. */
const MARKS = [
  /^\s*[*•‣◦·▪►]+\s*/u,
  /^\s*#+\s*/u,
  /^\s*[-–—]\s+/u,
  /^\s*\(?\p{Nd}{1,5}\s*[.)\]:،-]\s*/u,
  /^\s*\p{Nd}{1,5}\s+(?=\p{L})/u,
  /^\s*@\s*/u,
] as const;

/** A mark must stand before so many of the entries to be one: a single name may well begin with it. */
const MIN_SHARE = 0.6;

/**
 * The entries of a list of one a line without the marks before them (`* [[User:X]]`, `# X`, `1. X`,
 * `@X`), as long as most entries have the same mark.
 */
export function withoutListMarks(entries: readonly string[]): readonly string[] {
  const filled = entries.filter((entry) => entry.trim() !== '');
  const mark = MARKS.find(
    (one) => filled.filter((entry) => one.test(entry)).length > filled.length * MIN_SHARE,
  );
  if (mark === undefined || filled.length < 2) return entries.map(withoutWikiMark);
  const bare = entries.map((entry) => entry.replace(mark, ''));
  return bare.some((entry, at) => entry !== entries[at]) ? withoutListMarks(bare) : bare;
}

/** Before a link there is nothing else that it can be, also where it stands alone. */
function withoutWikiMark(entry: string): string {
  return entry.replace(/^\s*(?:[*#:]+|\p{Nd}{1,5}[.)])\s*(?=\[\[|\{\{)/u, '');
}
