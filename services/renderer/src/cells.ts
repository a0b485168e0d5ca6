import type { Cell } from './certificate-texts.ts';
import { type FittedText, fitText, heightOf } from './fit.ts';
import type { Fonts, Weight } from './fonts.ts';
import { COLUMNS, columnsWidth, ROW_GAP } from './page.ts';

export type FittedCell = {
  readonly label: FittedText;
  readonly value: FittedText;
  readonly weight: Weight;
  readonly iso: FittedText | null;
  /** Columns that the cell takes. */
  readonly span: number;
};

/** The facts in rows of three; the last one takes what is left of its row. */
export function cellRows(
  cells: readonly Cell[],
  measure: Fonts['measure'],
): readonly (readonly FittedCell[])[] {
  const rows: FittedCell[][] = [];
  cells.forEach((cell, index) => {
    const column = index % COLUMNS;
    const fitted = fittedCell(cell, index === cells.length - 1 ? COLUMNS - column : 1, measure);
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
  measure: Fonts['measure'],
): FittedCell {
  const room = { width: columnsWidth(span), leading: 1.35 };
  const oneLine = { ...room, height: 10.8, largest: 8, smallest: 5 };
  const weight = prose ? 'regular' : 'bold';
  return {
    label: fitText(label, measure.regular, oneLine),
    value: fitText(value, measure[weight], {
      ...room,
      height: iso === null ? 29 : 28.5,
      largest: prose ? 9 : 10.5,
      smallest: 7,
    }),
    weight,
    iso: iso === null ? null : fitText(iso, measure.regular, oneLine),
    span,
  };
}

function cellHeight({ label, value, iso }: FittedCell): number {
  return heightOf(label) + heightOf(value) + (iso === null ? 0 : heightOf(iso));
}
