/** A4 landscape (ISO 216: 297 mm by 210 mm). All lengths of a certificate are points. */
export const PAGE = { width: 841.89, height: 595.28 } as const;
export const MARGIN = { left: 64, top: 56, right: 60 } as const;

/** The rail at the right: the wreath, the QR code, how to check. */
export const RAIL_WIDTH = 178;
export const QR_SIDE = 108;
const RAIL_GAP = 38;

/** The main column, and the rail's height too. The foot stands below. */
export const MAIN_WIDTH = PAGE.width - MARGIN.left - MARGIN.right - RAIL_WIDTH - RAIL_GAP;
export const MAIN_HEIGHT = 464;
export const FOOT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
export const FOOT_BOTTOM = 40;
export const FOOT_HEIGHT = 22;

export const COLUMNS = 3;
export const COLUMN_GAP = 18;
export const ROW_GAP = 9;
/** Between the texts of one group. */
export const LINE_GAP = 2.5;
export const RULE = { thickness: 0.5, padding: 9 } as const;
export const NOTE_PADDING = { vertical: 4, horizontal: 10, above: 6 } as const;

/** The width of so many columns of the main column, with the gaps between them. */
export function columnsWidth(columns: number): number {
  const one = (MAIN_WIDTH - COLUMN_GAP * (COLUMNS - 1)) / COLUMNS;
  return one * columns + COLUMN_GAP * (columns - 1);
}
