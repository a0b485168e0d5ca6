import type { LogoFault } from '@laurel/core/logo-fault';
import { ok, type Result, refuse } from '@laurel/core/result';
import { MAX_LOGO_SIDE } from './limits.ts';

export type PngHeader = {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly bitsPerPixel: number;
  readonly indexed: boolean;
  readonly interlaced: boolean;
};

/** Samples a pixel and the depths that a colour type may have (PNG, Third Edition, Table 12). */
const COLOUR_TYPES: ReadonlyMap<number, { samples: number; depths: readonly number[] }> = new Map([
  [0, { samples: 1, depths: [1, 2, 4, 8, 16] }],
  [2, { samples: 3, depths: [8, 16] }],
  [3, { samples: 1, depths: [1, 2, 4, 8] }],
  [4, { samples: 2, depths: [8, 16] }],
  [6, { samples: 4, depths: [8, 16] }],
]);

/** Where the seven passes of an interlaced picture begin and how far they step (Section 8.2). */
const PASSES = [
  { x: 0, y: 0, stepX: 8, stepY: 8 },
  { x: 4, y: 0, stepX: 8, stepY: 8 },
  { x: 0, y: 4, stepX: 4, stepY: 8 },
  { x: 2, y: 0, stepX: 4, stepY: 4 },
  { x: 0, y: 2, stepX: 2, stepY: 4 },
  { x: 1, y: 0, stepX: 2, stepY: 2 },
  { x: 0, y: 1, stepX: 1, stepY: 2 },
] as const;

/** What the IHDR chunk says (PNG, Third Edition, Section 11.2.1), if it is a size that a logo may have. */
export function readHeader(data: Uint8Array): Result<PngHeader, LogoFault> {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth, colourType, packing, filtering, interlacing] = data.subarray(8);
  const colour = COLOUR_TYPES.get(colourType ?? -1);
  if (
    depth === undefined ||
    colour?.depths.includes(depth) !== true ||
    packing !== 0 ||
    filtering !== 0 ||
    (interlacing !== 0 && interlacing !== 1) ||
    width === 0 ||
    height === 0
  ) {
    return refuse({ fault: 'png_damaged' });
  }
  if (width > MAX_LOGO_SIDE || height > MAX_LOGO_SIDE) {
    return refuse({ fault: 'png_too_wide', found: `${width} × ${height}` });
  }
  return ok({
    width,
    height,
    bitsPerPixel: colour.samples * depth,
    indexed: colourType === 3,
    interlaced: interlacing === 1,
  });
}

/** How many bytes the packed picture is once it is unpacked: each row with its filter’s byte. */
export function decodedBytes({ width, height, bitsPerPixel, interlaced }: PngHeader): number {
  const ofPass = (columns: number, rows: number) =>
    columns === 0 ? 0 : rows * (1 + Math.ceil((columns * bitsPerPixel) / 8));
  if (!interlaced) return ofPass(width, height);
  return PASSES.reduce(
    (sum, { x, y, stepX, stepY }) =>
      sum + ofPass(stepsIn(width, x, stepX), stepsIn(height, y, stepY)),
    0,
  );
}

function stepsIn(length: number, start: number, step: number): number {
  return Math.max(0, Math.ceil((length - start) / step));
}
