/**
 * What stands before a message where a chat was copied or exported: `[21/11/2026, 10:15:22] Ada: `,
 * `[10:15, 21/11/2026] Ada: `, `21/11/2026, 10:15 - Ada: `.
 */
const BEFORE_MESSAGE =
  /^[\u200E\u200F]?(?:\[(?=[^\]\n]*\p{Nd}[:.]\p{Nd})[^\]\n]{5,30}\] |\p{Nd}[\p{Nd}/.-]{5,9}[,،]? \p{Nd}{1,2}[:.]\p{Nd}{2}[^\n:-]{0,6} - )[^\n:]{1,60}: /u;

/** So many lines at least begin so where it is a chat: one alone may be anything. */
const MIN_MESSAGES = 2;

/** A text without what a chat writes before each message, where most of its lines are messages. */
export function withoutChatMarks(text: string): string {
  const lines = text.split('\n');
  const filled = lines.filter((line) => line.trim() !== '').length;
  const messages = lines.filter((line) => BEFORE_MESSAGE.test(line)).length;
  return messages < MIN_MESSAGES || messages * 2 <= filled
    ? text
    : lines.map((line) => line.replace(BEFORE_MESSAGE, '')).join('\n');
}
