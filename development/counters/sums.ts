import type { KeptPoint } from './point.ts';

/** The sums of all points of the same kind with the same words, and the largest of each number. */
export type Sum = {
  readonly counted: string;
  readonly words: readonly string[];
  readonly points: number;
  readonly sums: readonly number[];
  readonly largest: readonly number[];
};

/** Points added up, as a question to the real dataset would, in the order of their kinds and words. */
export function sumsOf(points: readonly KeptPoint[]): readonly Sum[] {
  const found = new Map<string, Sum>();
  for (const { indexes, blobs, doubles } of points) {
    const key = JSON.stringify([indexes, blobs]);
    const before = found.get(key);
    found.set(key, {
      counted: indexes[0] ?? '',
      words: blobs,
      points: (before?.points ?? 0) + 1,
      sums: doubles.map((one, at) => (before?.sums[at] ?? 0) + one),
      largest: doubles.map((one, at) => Math.max(before?.largest[at] ?? one, one)),
    });
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, sum]) => sum);
}
