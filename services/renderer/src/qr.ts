import { encode } from 'uqr';

export type QrCode = {
  /** Dark modules as one path; a module is one unit. */
  readonly path: string;
  /** Modules on a side, without the quiet zone of four that the page must leave around it. */
  readonly side: number;
};

/** The QR code of an address at error correction level M: 15 % of a printed code may be spoilt. */
export function qrCode(address: string): QrCode {
  const { data, size } = encode(address, { ecc: 'M', border: 0 });
  const runs = data.flatMap((row, y) =>
    runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`),
  );
  return { path: runs.join(''), side: size };
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
