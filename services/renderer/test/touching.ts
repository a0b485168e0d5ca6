import type { TextRun } from './opened-pdf.ts';

/** Lines of text that lie over each other, by their texts. */
export function touching(runs: readonly TextRun[]): readonly (readonly [string, string])[] {
  return runs.flatMap((one, index) =>
    runs
      .slice(index + 1)
      .filter(
        (other) =>
          one.page === other.page &&
          one.left < other.right &&
          other.left < one.right &&
          one.bottom < other.top &&
          other.bottom < one.top,
      )
      .map((other) => [one.text, other.text] as const),
  );
}
