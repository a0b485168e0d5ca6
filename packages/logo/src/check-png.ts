import { encodeChunk, type PngChunk, pngChunks, pngFile } from '@laurel/baking/png-chunks';
import type { LogoFault } from '@laurel/core/logo-fault';
import { ok, type Result, refuse } from '@laurel/core/result';
import { decodedBytes, readHeader } from './png-header.ts';
import { unpacksTo } from './unpacks-to.ts';

/**
 * The chunks that say how a still picture looks, in the order of PNG, Third Edition, Section 5.6. All
 * others go: texts, EXIF and times tell about people, a colour profile is packed, the rest moves.
 */
const KEPT = new Set([
  'IHDR',
  'gAMA',
  'cHRM',
  'sRGB',
  'sBIT',
  'PLTE',
  'tRNS',
  'pHYs',
  'IDAT',
  'IEND',
]);
const ONCE = ['PLTE', 'tRNS', 'IEND'];

/** A PNG as it may be served: sound, small once unpacked, and of nothing but the picture. */
export async function checkPng(png: Uint8Array): Promise<Result<Uint8Array, LogoFault>> {
  const chunks = pngChunks(png);
  if (!chunks.ok) return refuse({ fault: 'png_damaged', found: chunks.failure });
  if (chunks.value.at(-1)?.end !== png.length) return refuse({ fault: 'png_trailing' });
  const header = readHeader(chunks.value[0]?.data ?? new Uint8Array());
  if (!header.ok) return header;
  const kept = chunks.value.filter(({ type }) => KEPT.has(type));
  if (!isSound(chunks.value, kept, header.value.indexed)) return refuse({ fault: 'png_damaged' });
  const packed = kept.filter(({ type }) => type === 'IDAT').map(({ data }) => data);
  if (!(await unpacksTo(packed, decodedBytes(header.value)))) {
    return refuse({ fault: 'png_unpacks' });
  }
  return ok(pngFile(kept.map(encoded)));
}

/** Whether a decoder knows all that it must know, finds it once and in its order. */
function isSound(all: readonly PngChunk[], kept: readonly PngChunk[], indexed: boolean): boolean {
  const types = kept.map(({ type }) => type);
  const critical = all.filter(({ type }) => /^[A-Z]/.test(type));
  const [first, last] = [types.indexOf('IDAT'), types.lastIndexOf('IDAT')];
  const palette = types.indexOf('PLTE');
  return (
    critical.every(({ type }) => KEPT.has(type)) &&
    ONCE.every((type) => types.indexOf(type) === types.lastIndexOf(type)) &&
    first !== -1 &&
    types.slice(first, last).every((type) => type === 'IDAT') &&
    palette < first &&
    (!indexed || palette !== -1)
  );
}

function encoded({ type, data }: PngChunk): Uint8Array {
  return encodeChunk(type, data);
}
