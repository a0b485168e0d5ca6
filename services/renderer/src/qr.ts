import { encode } from 'uqr';

export type QrCode = {
  /** Rows of dark modules that touch each other; a module is one unit. */
  readonly modules: readonly { readonly x: number; readonly y: number; readonly length: number }[];
  /** Modules on a side, without the quiet zone of four that the page must leave around it. */
  readonly side: number;
};

/**
 * Points between two dots of a coarse print, 150 to an inch; finer ones have whole numbers of dots between
 * them. An edge of a code that lies between dots comes out ragged, and readers take it for a part of it.
 */
const DOT = 72 / 150;

/** The side that a code is printed in, in points: about the one that is wanted, each module in whole dots. */
export function printedSide({ side }: QrCode, wanted: number): number {
  return side * DOT * Math.max(1, Math.round(wanted / (side * DOT)));
}

/** The nearest place that a dot is printed at. */
export function atDot(length: number): number {
  return Math.round(length / DOT) * DOT;
}

/** The QR code of an address at error correction level M: 15 % of a printed code may be spoilt. */
export function qrCode(address: string): QrCode {
  const { data, size } = encode(address, { ecc: 'M', border: 0 });
  const modules = data.flatMap((row, y) => runsOf(row).map(([x, length]) => ({ x, y, length })));
  return { modules, side: size };
}

function runsOf(row: readonly boolean[]): readonly (readonly [start: number, length: number])[] {
  const runs: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (!dark) return;
    if (last !== undefined && last[0] + last[1] === x) last[1]++;
    else runs.push([x, 1]);
  });
  return runs;
}
