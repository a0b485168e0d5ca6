import type { Orientation, Paper, PaperSize } from '@laurel/core/paper';

/** Millimetres, of a sheet that stands on its short side (ISO 216; ASME Y14.1). */
const SIZES: Readonly<Record<PaperSize, { readonly short: number; readonly long: number }>> = {
  a4: { short: 210, long: 297 },
  letter: { short: 215.9, long: 279.4 },
};

/** From the edge of the paper: the frame stands clear of what printers cannot reach, the texts of the frame. */
export const PADDING_MM = 16;
/** At the end of a sheet that lies: the emblem, the code, how to check. */
export const RAIL_MM = 52;
export const RAIL_GAP_MM = 9;
/** The side of the QR code with the white around it. */
export const QR_MM = 33;
/** The emblem on a sheet that stands, over the heading. */
export const CREST_MM = 42;
/** The most room for an issuer’s logo. */
export const LOGO_MM = 16;
export const LOGO_WIDTH_MM = 40;

/** What a sheet has room for, in points. */
export type PrintPage = {
  /** Of the paper, in millimetres. */
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  /** The column of the texts, without the rail and without the padding. */
  readonly mainWidth: number;
  readonly innerWidth: number;
  readonly innerHeight: number;
};

const PT_PER_MM = 72 / 25.4;

/** Points in so many millimetres. */
export function ptOf(millimetres: number): number {
  return millimetres * PT_PER_MM;
}

/** The sheet that a certificate is printed on. */
export function printPage({ size, orientation }: Paper): PrintPage {
  const { short, long } = SIZES[size];
  const [width, height] = orientation === 'landscape' ? [long, short] : [short, long];
  const innerWidth = ptOf(width - 2 * PADDING_MM);
  return {
    width,
    height,
    orientation,
    mainWidth: orientation === 'landscape' ? innerWidth - ptOf(RAIL_MM + RAIL_GAP_MM) : innerWidth,
    innerWidth,
    innerHeight: ptOf(height - 2 * PADDING_MM),
  };
}
