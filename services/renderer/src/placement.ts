import { INK, type Palette, QUIET_INK } from '@laurel/art/palette';
import type { Direction } from '@laurel/core/language';
import type { FittedCell } from './cells.ts';
import { type CertificateLayout, noteHeight, upperGroups } from './certificate-layout.ts';
import {
  COLUMN_GAP,
  columnsWidth,
  FOOT_BOTTOM,
  FOOT_WIDTH,
  LINE_GAP,
  MAIN_HEIGHT,
  MAIN_WIDTH,
  MARGIN,
  NOTE_PADDING,
  PAGE,
  QR_SIDE,
  RAIL_WIDTH,
  ROW_GAP,
  RULE,
} from './page.ts';
import { heightOf } from './text/fit.ts';
import type { FittedText } from './text/fit-said.ts';

/** A rectangle on the page: points from its upper left corner, y downwards. */
export type Place = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

export type PlacedText = Place & {
  readonly text: FittedText;
  readonly colour: string;
  readonly align: 'left' | 'centre' | 'right';
};

/** What is drawn over the frame, in reading order. */
export type Placement = {
  readonly grounds: readonly (Place & { readonly colour: string })[];
  readonly texts: readonly PlacedText[];
  readonly qr: Place;
  /** What leads to the certificate's address when it is pressed. */
  readonly link: Place;
};

const QR_MARGIN = 10;
const RAIL_LINE_GAP = 5;

/** Puts everything that the layout measured on the page; mirrored where its language runs from right to left. */
export function placementOf(
  layout: CertificateLayout,
  palette: Palette,
  direction: Direction,
): Placement {
  const main = mainColumn(layout, palette);
  const rail = railColumn(layout);
  const foot: PlacedText = {
    ...at(MARGIN.left, PAGE.height - FOOT_BOTTOM - heightOf(layout.foot), FOOT_WIDTH),
    ...textOf(layout.foot, QUIET_INK),
  };
  const placed = {
    grounds: main.grounds,
    texts: [...main.texts, ...rail.texts, foot],
    qr: rail.qr,
    link: rail.link,
  };
  return direction === 'ltr' ? placed : mirrored(placed);
}

type Column = Pick<Placement, 'grounds' | 'texts'>;

function at(left: number, top: number, width: number) {
  return { left, top, width };
}

function textOf(text: FittedText, colour: string, align: PlacedText['align'] = 'left') {
  return { text, colour, align, height: heightOf(text) };
}

/** Texts under each other, and the height of them all. */
function stacked(
  texts: readonly (readonly [FittedText, string])[],
  left: number,
  top: number,
  width: number,
  gap: number,
  align: PlacedText['align'] = 'left',
): { readonly texts: readonly PlacedText[]; readonly height: number } {
  let height = -gap;
  const placed = texts.map(([text, colour]) => {
    height += gap;
    const one = { ...at(left, top + height, width), ...textOf(text, colour, align) };
    height += one.height;
    return one;
  });
  return { texts: placed, height: Math.max(0, height) };
}

type Group = { readonly height: number; readonly place: (top: number) => Column };

/** Five groups from the top to the foot of the column, with the same white between any two. */
function mainColumn(layout: CertificateLayout, palette: Palette): Column {
  const groups = [
    ...textGroups(layout, palette),
    factsGroup(layout, palette),
    statementsGroup(layout, palette),
  ];
  const used = groups.reduce((sum, { height }) => sum + height, 0);
  const gap = (MAIN_HEIGHT - used) / (groups.length - 1);
  let top: number = MARGIN.top;
  const columns = groups.map(({ height, place }) => {
    const column = place(top);
    top += height + gap;
    return column;
  });
  return {
    grounds: columns.flatMap(({ grounds }) => grounds),
    texts: columns.flatMap(({ texts }) => texts),
  };
}

function textGroups(layout: CertificateLayout, palette: Palette): readonly Group[] {
  const colours = new Map([
    [layout.heading, palette.dark],
    [layout.holder, INK],
    [layout.achievement, palette.dark],
    [layout.description, INK],
  ]);
  return upperGroups(layout).map((texts, index): Group => {
    const notes = index === 0 ? layout.notes : [];
    const coloured = texts.map((text) => [text, colours.get(text) ?? QUIET_INK] as const);
    const place = (top: number) => {
      const stack = stacked(coloured, MARGIN.left, top, MAIN_WIDTH, LINE_GAP);
      const noted = placedNotes(notes, top + stack.height, palette);
      return { grounds: noted.grounds, texts: [...stack.texts, ...noted.texts] };
    };
    const noted = notes.reduce((sum, note) => sum + noteHeight(note), 0);
    return { height: stacked(coloured, 0, 0, MAIN_WIDTH, LINE_GAP).height + noted, place };
  });
}

function placedNotes(notes: readonly FittedText[], top: number, { dark, pale }: Palette): Column {
  let foot = top;
  const placed = notes.map((note) => {
    const { above, vertical, horizontal } = NOTE_PADDING;
    const ground = {
      ...at(MARGIN.left, foot + above, MAIN_WIDTH),
      height: heightOf(note) + 2 * vertical,
    };
    foot += noteHeight(note);
    const inside = at(MARGIN.left + horizontal, ground.top + vertical, MAIN_WIDTH - 2 * horizontal);
    return { ground: { ...ground, colour: pale }, text: { ...inside, ...textOf(note, dark) } };
  });
  return { grounds: placed.map(({ ground }) => ground), texts: placed.map(({ text }) => text) };
}

/** A rule over the whole column, and where what stands under it begins. */
function ruled(top: number, colour: string) {
  const rule = { ...at(MARGIN.left, top, MAIN_WIDTH), height: RULE.thickness, colour };
  return { rule, below: top + RULE.thickness + RULE.padding };
}

function factsGroup({ rows }: CertificateLayout, { mid }: Palette): Group {
  const rowHeight = (row: readonly FittedCell[]) =>
    Math.max(...row.map((cell) => placedCell(cell, 0, 0).height));
  return {
    height: rows.reduce(
      (sum, row) => sum + rowHeight(row) + ROW_GAP,
      RULE.thickness + RULE.padding - ROW_GAP,
    ),
    place: (top) => {
      const { rule, below } = ruled(top, mid);
      let foot = below;
      const texts = rows.flatMap((row) => {
        let left: number = MARGIN.left;
        const cells = row.flatMap((cell) => {
          const placed = placedCell(cell, left, foot);
          left += columnsWidth(cell.span) + COLUMN_GAP;
          return placed.texts;
        });
        foot += rowHeight(row) + ROW_GAP;
        return cells;
      });
      return { grounds: [rule], texts };
    },
  };
}

function placedCell({ label, value, iso, span }: FittedCell, left: number, top: number) {
  const texts = [
    [label, QUIET_INK] as const,
    [value, INK] as const,
    ...(iso === null ? [] : [[iso, QUIET_INK] as const]),
  ];
  return stacked(texts, left, top, columnsWidth(span), 0);
}

function statementsGroup(layout: CertificateLayout, { dark, mid }: Palette): Group {
  const { statements, statementWidth: width } = layout;
  const placed = (top: number) =>
    statements.map(({ label, text }, index) => {
      const left = MARGIN.left + index * (width + COLUMN_GAP);
      return stacked(
        [
          [label, dark],
          [text, QUIET_INK],
        ],
        left,
        top,
        width,
        0,
      );
    });
  return {
    height: RULE.thickness + RULE.padding + Math.max(0, ...placed(0).map(({ height }) => height)),
    place: (top) => {
      const { rule, below } = ruled(top, mid);
      return { grounds: [rule], texts: placed(below).flatMap(({ texts }) => texts) };
    },
  };
}

function railColumn(layout: CertificateLayout) {
  const left = PAGE.width - MARGIN.right - RAIL_WIDTH;
  const lines = [
    [layout.checkLabel, INK] as const,
    [layout.check, QUIET_INK] as const,
    [layout.url, INK] as const,
  ];
  const { height } = stacked(lines, left, 0, RAIL_WIDTH, RAIL_LINE_GAP, 'centre');
  const top = MARGIN.top + MAIN_HEIGHT - height;
  const { texts } = stacked(lines, left, top, RAIL_WIDTH, RAIL_LINE_GAP, 'centre');
  const qr = {
    ...at(left + (RAIL_WIDTH - QR_SIDE) / 2, top - QR_MARGIN - RAIL_LINE_GAP - QR_SIDE, QR_SIDE),
    height: QR_SIDE,
  };
  const address = texts.at(-1);
  return { texts, qr, link: address ?? qr };
}

function mirrored({ grounds, texts, qr, link }: Placement): Placement {
  const turned = <Placed extends Place>(place: Placed): Placed => ({
    ...place,
    left: PAGE.width - place.left - place.width,
  });
  const sides = { left: 'right', right: 'left', centre: 'centre' } as const;
  return {
    grounds: grounds.map(turned),
    texts: texts.map((text) => ({ ...turned(text), align: sides[text.align] })),
    qr: turned(qr),
    link: turned(link),
  };
}
