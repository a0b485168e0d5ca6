import { type At, type Block, laid, readLater, turned } from './block.ts';

/** Where two languages stand: each in a half of a width, with this much between them. */
export type Halves = { readonly width: number; readonly gap: number };

/** When each language is read: all of one before the other. */
const TURNS = [1, 2] as const;

/** The width of each half, in points. */
export function halfOf({ width, gap }: Halves): number {
  return (width - gap) / 2;
}

/**
 * Rows of two languages side by side, each row as high as the higher of its two, so that what says the same
 * stands on one line. A language that runs the other way than the page begins at its own side.
 */
export function facing(
  columns: readonly { readonly rows: readonly Block[]; readonly otherWay: boolean }[],
  { width, gap }: Halves,
  rowGap: number,
): Block {
  const half = halfOf({ width, gap });
  const rows = Math.max(0, ...columns.map((column) => column.rows.length));
  let height = 0;
  const parts: At[] = [];
  for (let row = 0; row < rows; row++) {
    const tallest = Math.max(...columns.map((column) => column.rows[row]?.height ?? 0));
    if (tallest === 0) continue;
    const top = height === 0 ? 0 : height + rowGap;
    columns.forEach((column, index) => {
      const block = column.rows[row];
      if (block === undefined) return;
      const whole = { ...block, width: half };
      const own = column.otherWay ? turned(whole) : whole;
      parts.push({ block: readLater(own, TURNS[index] ?? 0), left: index * (half + gap), top });
    });
    height = top + tallest;
  }
  return laid(width, height, parts);
}
