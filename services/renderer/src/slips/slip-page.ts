import type { PaperSize } from '@laurel/core/paper';

/** Two by four to a page. */
const COLUMNS = 2;
const ROWS = 4;
export const SLIPS_PER_PAGE = COLUMNS * ROWS;

/** White at every edge that no printer is asked to print on: 10 mm. */
const MARGIN = 28.35;

const SIZES: Readonly<Record<PaperSize, readonly [width: number, height: number]>> = {
  a4: [595.28, 841.89],
  letter: [612, 792],
};

/** An upright page of slips. All lengths are points. */
export type SlipPage = {
  readonly width: number;
  readonly height: number;
  readonly slipWidth: number;
  readonly slipHeight: number;
  /** The lower left corner of the slip at this place, in reading order from 0. */
  readonly cornerOf: (place: number, isFromRight: boolean) => readonly [x: number, y: number];
};

/** The page of a paper: ISO 216 A4, or US Letter (ASME Y14.1). */
export function slipPage(size: PaperSize): SlipPage {
  const [width, height] = SIZES[size];
  const slipWidth = (width - 2 * MARGIN) / COLUMNS;
  const slipHeight = (height - 2 * MARGIN) / ROWS;
  return {
    width,
    height,
    slipWidth,
    slipHeight,
    cornerOf: (place, isFromRight) => {
      const column = place % COLUMNS;
      const row = Math.floor(place / COLUMNS);
      const seen = isFromRight ? COLUMNS - 1 - column : column;
      return [MARGIN + seen * slipWidth, height - MARGIN - (row + 1) * slipHeight];
    },
  };
}

/** How many rows so many slips take. */
export function rowsOf(slips: number): number {
  return Math.ceil(slips / COLUMNS);
}

/** Lines to cut along, from edge to edge of the printed part: each is two points. */
export function cutLines(
  { width, height, slipWidth, slipHeight }: SlipPage,
  rows: number,
): readonly (readonly [x1: number, y1: number, x2: number, y2: number])[] {
  const top = height - MARGIN;
  const bottom = top - rows * slipHeight;
  return [
    ...Array.from({ length: COLUMNS + 1 }, (_, column) => {
      const x = MARGIN + column * slipWidth;
      return [x, bottom, x, top] as const;
    }),
    ...Array.from({ length: rows + 1 }, (_, row) => {
      const y = top - row * slipHeight;
      return [MARGIN, y, width - MARGIN, y] as const;
    }),
  ];
}
