/** The marks with which the entries of a list begin: bullets, wiki lists, numbers, mentions. */
const MARKS = [
  /^\s*[*•‣◦·▪►]+\s*/u,
  /^\s*#+\s*/u,
  /^\s*[-–—]\s+/u,
  /^\s*\(?\p{Nd}{1,5}\s*[.)\]:،-]\s*/u,
  /^\s*\p{Nd}{1,5}\s+(?=\p{L})/u,
  /^\s*@\s*/u,
  /^\s*(?:\p{Nd}\uFE0F?\u20E3)+\s*/u,
  /^\s*(?:[\p{So}\p{Emoji_Presentation}](?:\uFE0F|\u200D|\p{Emoji_Modifier})*)+\s+/u,
] as const;

/** Ticks and raised hands after a name, as people answer in a chat. No user name ends so. */
const ANSWERS = /\s*(?:[✅☑✔✓👍🙋✋🙌](?:\uFE0F|\u200D|[♀♂]|\p{Emoji_Modifier})*\s*)+$/u;

/** A mark must stand before so many of the entries to be one: a single name may well begin with it. */
const MIN_SHARE = 0.6;

/**
 * The entries of a list of one a line without the ticks after them and the marks before them (`* [[User:X]]`, `# X`, `1. X`,
 * `@X`), as long as most entries have the same mark.
 */
export function withoutListMarks(entries: readonly string[]): readonly string[] {
  const filled = entries.filter((entry) => entry.trim() !== '');
  const mark = MARKS.find(
    (one) => filled.filter((entry) => one.test(entry)).length > filled.length * MIN_SHARE,
  );
  if (mark === undefined || filled.length < 2) {
    return entries.map((entry) => withoutWikiMark(entry).replace(ANSWERS, ''));
  }
  const bare = entries.map((entry) => entry.replace(mark, ''));
  return bare.some((entry, at) => entry !== entries[at]) ? withoutListMarks(bare) : bare;
}

/** Before a link there is nothing else that it can be, also where it stands alone. */
function withoutWikiMark(entry: string): string {
  return entry.replace(/^\s*(?:[*#:]+|\p{Nd}{1,5}[.)])\s*(?=\[\[|\{\{)/u, '');
}
