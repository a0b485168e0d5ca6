import type { Cell } from './certificate-texts.ts';
import { COLUMNS, columnsWidth, ROW_GAP } from './page.ts';
import { heightOf } from './text/fit.ts';
import type { FitSaid, FittedText } from './text/fit-said.ts';

export type FittedCell = {
  readonly label: FittedText;
  readonly value: FittedText;
  readonly iso: FittedText | null;
  /** Columns that the cell takes. */
  readonly span: number;
};

/** The facts in rows of three; the last one takes what is left of its row. `share` scales their sizes. */
export function cellRows(
  cells: readonly Cell[],
  fit: FitSaid,
  share: number,
): readonly (readonly FittedCell[])[] {
  const rows: FittedCell[][] = [];
  cells.forEach((cell, index) => {
    const column = index % COLUMNS;
    const fitted = fittedCell(cell, index === cells.length - 1 ? COLUMNS - column : 1, fit, share);
    const row = column === 0 ? undefined : rows.at(-1);
    if (row === undefined) rows.push([fitted]);
    else row.push(fitted);
  });
  return rows;
}

/** Points from the top of the first row to the foot of the last, the gaps between them included. */
export function rowsHeight(rows: readonly (readonly FittedCell[])[]): number {
  return rows.reduce(
    (height, row) => height + Math.max(...row.map(cellHeight)) + ROW_GAP,
    -ROW_GAP,
  );
}

function fittedCell(
  { label, value, iso, prose }: Cell,
  span: number,
  fit: FitSaid,
  share: number,
): FittedCell {
  const room = { width: columnsWidth(span), leading: 1.35 };
  const oneLine = { ...room, height: 10.8, largest: 8 * share, smallest: 5 };
  return {
    label: fit(label, 'regular', oneLine),
    value: fit(value, prose ? 'regular' : 'bold', {
      ...room,
      height: iso === null ? 29 : 28.5,
      largest: (prose ? 9 : 10.5) * share,
      smallest: 7 * share,
    }),
    iso: iso === null ? null : fit(iso, 'regular', oneLine),
    span,
  };
}

/** Points from the top of a label to the foot of what stands under it. */
function cellHeight({ label, value, iso }: FittedCell): number {
  return heightOf(label) + heightOf(value) + (iso === null ? 0 : heightOf(iso));
}
