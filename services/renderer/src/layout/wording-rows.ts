import { INK, QUIET_INK } from '@laurel/art/palette';
import type { Cell } from '../texts/cell.ts';
import type { Statement, Wording } from '../texts/wording.ts';
import type { Align } from './block.ts';
import { type At, type Block, laid, stacked, white } from './block.ts';
import { line, prose, type Setting, textBlock } from './setting.ts';

const LINE_GAP = 2.5;
const CELL_GAP = 16;

/** The word before an achievement, its name, and what it is: one row each. */
export function achievementRows(
  setting: Setting,
  { labels, achievement, description }: Wording,
  width: number,
  align: Align = 'left',
): readonly Block[] {
  const { scale, large, palette, away } = setting;
  const { height, largest } = scale.achievement;
  const room = { width, height: height * large, largest: largest * large, smallest: 10 };
  const look = { align, colour: palette.dark } as const;
  const described = away.has('description') ? null : description;
  return [
    line(setting, labels?.achievementLabel ?? null, scale.label, width, {
      ...look,
      colour: QUIET_INK,
    }),
    padded(
      textBlock(
        setting,
        achievement,
        { ...room, leading: 1.22 },
        { ...look, weight: 'bold', role: 'H2' },
      ),
      labels === null ? 0 : largest / 10,
    ),
    padded(prose(setting, described, scale.description, width, { ...look, colour: INK }), LINE_GAP),
  ];
}

/** The facts in rows of so many; the last one takes what is left of its row. */
export function factRows(
  setting: Setting,
  { cells, labels }: Wording,
  width: number,
  columns: number,
): readonly Block[] {
  const one = (width - CELL_GAP * (columns - 1)) / columns;
  const rows: At[][] = [];
  cells.forEach((cell, index) => {
    const column = index % columns;
    const span = index === cells.length - 1 ? columns - column : 1;
    const room = one * span + CELL_GAP * (span - 1);
    const moved = cell.prose && cell.value !== null && setting.away.has('evidence');
    const shown = moved ? { ...cell, value: labels?.elsewhere ?? null } : cell;
    const placed = {
      block: cellBlock(setting, shown, room),
      left: column * (one + CELL_GAP),
      top: 0,
    };
    const row = column === 0 ? undefined : rows.at(-1);
    if (row === undefined) rows.push([placed]);
    else row.push(placed);
  });
  return rows.map((row) => laid(width, Math.max(...row.map(({ block }) => block.height)), row));
}

function cellBlock(setting: Setting, cell: Cell, width: number): Block {
  const { label, value, iso } = cell;
  const { scale, small } = setting;
  const quiet = { colour: QUIET_INK };
  const largest = (cell.prose ? scale.list : scale.value) * small;
  const room = { width, height: largest * 2.75, largest, smallest: largest * 0.8, leading: 1.35 };
  const labelLine = line(setting, label, scale.label - 1, width, quiet);
  return stacked([
    // The row of the label stays free where only the other language has one.
    label === null && value !== null ? white((scale.label - 1) * small * 1.35, width) : labelLine,
    textBlock(setting, value, room, { colour: INK, weight: cell.prose ? 'regular' : 'bold' }),
    line(setting, iso, scale.label - 1, width, quiet),
  ]);
}

/** What the certificate says and does not say: a label and a text each, both null where there is nothing. */
export function statementParts(
  setting: Setting,
  { statements, labels }: Wording,
  width: number,
): readonly (readonly [label: Block, text: Block])[] {
  const { scale, palette, away } = setting;
  const moved = away.has('statements') ? (labels?.elsewhere ?? null) : null;
  return statements.map((statement: Statement | null) => {
    const shown = away.has('statements') ? moved : (statement?.text ?? null);
    return [
      line(setting, statement?.label ?? null, scale.statement, width, {
        colour: palette.dark,
        weight: 'bold',
        role: 'H2',
      }),
      prose(setting, statement === null ? null : shown, scale.statement, width, {
        colour: QUIET_INK,
      }),
    ];
  });
}

function padded(block: Block, above: number): Block {
  if (block.height === 0) return block;
  return laid(block.width, block.height + above, [{ block, left: 0, top: above }]);
}
