/**
 * A text of any direction, to stand within a sentence of another: in a first strong isolate (Unicode
 * Standard Annex 9, Section 2.4.1), as `<bdi>` is not possible within a message.
 */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
