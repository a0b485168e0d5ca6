import { encode } from 'uqr';

export type QrCode = {
  /** Rows of dark modules that touch each other; a module is one unit. */
  readonly modules: readonly { readonly x: number; readonly y: number; readonly length: number }[];
  /** Modules on a side, without the quiet zone of four that the page must leave around it. */
  readonly side: number;
};

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
