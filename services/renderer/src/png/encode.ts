import { deflateSync } from 'node:zlib';
import { encodeChunk, pngFile } from '@laurel/baking/png-chunks';
import { inFewColours } from './few-colours.ts';

const BITS = 8;
const INDEXED = 3;

/** A picture, `0xAABBGGRR` of each pixel, not multiplied by its opacity; rows from the top. */
export type Raster = {
  readonly width: number;
  readonly height: number;
  readonly picture: Uint32Array;
};

/**
 * A PNG with a palette (PNG, Third Edition, Section 11.2): our pictures have few colours, and one byte a
 * pixel packs into a quarter of what four do.
 */
export function encodedPng({ width, height, picture }: Raster): Uint8Array {
  const { colours, pixels } = inFewColours(picture);
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  header.setUint8(8, BITS);
  header.setUint8(9, INDEXED);
  const palette = Uint8Array.from(
    colours.flatMap((colour) => [colour & 0xff, (colour >>> 8) & 0xff, (colour >>> 16) & 0xff]),
  );
  // What is left out is opaque, and all that is opaque comes last.
  const opacities = colours.map((colour) => colour >>> 24).filter((opacity) => opacity < 0xff);
  return pngFile([
    encodeChunk('IHDR', new Uint8Array(header.buffer)),
    encodeChunk('PLTE', palette),
    ...(opacities.length === 0 ? [] : [encodeChunk('tRNS', Uint8Array.from(opacities))]),
    encodeChunk('IDAT', deflateSync(unfiltered(pixels, width, height))),
    encodeChunk('IEND', new Uint8Array()),
  ]);
}

/** Each row after a byte that says that it is as it is (Section 9.2): what a palette numbers has no slopes. */
function unfiltered(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const rows = new Uint8Array((width + 1) * height);
  for (let row = 0; row < height; row++) {
    rows.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  }
  return rows;
}
