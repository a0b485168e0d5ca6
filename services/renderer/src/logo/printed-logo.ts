import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { PrintedLogo } from '@laurel/contracts/renderer-rpc';
import { checkLogo } from '@laurel/logo/check-logo';
import { readSvg } from '@laurel/logo/read-svg';
import { plainFiles, type ReadAsset } from '../fonts/library.ts';
import { resvg } from '../resvg.ts';
import { type Pixels, separated } from './pixels.ts';
import { workOf } from './work-of.ts';

/** At the largest that a certificate shows a logo, 175 dots to an inch; 260 where it is beside a heading. */
const MOST_PIXELS = { width: 480, height: 240 } as const;
/** What is worth its room in a file, packed; a picture that is larger is drawn with fewer pixels. */
const MOST_BYTES = 40_000;
/** Half as many pixels on a side each time. */
const SHARES = [1, 0.5, 0.25] as const;
/** What is drawn at full size; of what takes more work fewer pixels are drawn, in as much time. */
const FULL_WORK = 400;
/** Beyond it so few pixels would be left that nobody knew the logo. */
const MOST_WORK = 5_000;

/** How many times longer than wide a logo may be. */
const MOST_OBLONG = 20;

const drawn = new Map<string, Promise<Pixels | null>>();
/** A batch is of one issuer. */
const MAX_DRAWN = 8;

/**
 * The pixels of an issuer's logo in print; null where there is none, where its bytes do not stand the
 * check that they stood when they were given, or where nothing can be drawn of them.
 */
export async function printedLogo(
  logo: PrintedLogo | null,
  read: ReadAsset,
): Promise<Pixels | null> {
  if (logo === null) return null;
  const key = createHash('sha256').update(logo.type).update(logo.bytes).digest('base64');
  const pixels = drawn.get(key) ?? pixelsOf(logo, read);
  if (drawn.size >= MAX_DRAWN) drawn.clear();
  drawn.set(key, pixels);
  return pixels;
}

async function pixelsOf(logo: PrintedLogo, read: ReadAsset): Promise<Pixels | null> {
  const checked = await checkLogo(logo.bytes, logo.type);
  if (!checked.ok) return null;
  const { type, bytes } = checked.value;
  try {
    if (type === 'image/png') return await rastered(pngInSvg(bytes), 1, []);
    const svg = new TextDecoder().decode(bytes);
    const root = readSvg(svg);
    const work = root.ok ? workOf(root.value) : Number.POSITIVE_INFINITY;
    if (work > MOST_WORK) return null;
    const fonts = /<text\b/.test(svg) ? await Promise.all(plainFiles().map(read)) : [];
    const share = Math.min(1, Math.sqrt(FULL_WORK / work));
    return await rastered(svg, share, fonts);
  } catch {
    // A certificate without a logo is better than none.
    return null;
  }
}

async function rastered(
  svg: string,
  most: number,
  fonts: readonly ArrayBuffer[],
): Promise<Pixels | null> {
  const Resvg = await resvg();
  const font = { fontBuffers: fonts.map((bytes) => new Uint8Array(bytes)) };
  const sized = new Resvg(svg);
  const { width, height } = sized;
  sized.free();
  if (width / height > MOST_OBLONG || height / width > MOST_OBLONG) return null;
  const fitting = Math.min(MOST_PIXELS.width, (MOST_PIXELS.height * width) / height) * most;
  for (const share of SHARES) {
    const fitTo = { mode: 'width', value: Math.max(1, Math.round(fitting * share)) } as const;
    const renderer = new Resvg(svg, { fitTo, font });
    const image = renderer.render();
    const pixels = separated(image.width, image.height, image.pixels);
    // Both live in WebAssembly memory, which no collector empties.
    image.free();
    renderer.free();
    if (isEmpty(pixels)) return null;
    if (packedBytes(pixels) <= MOST_BYTES) return pixels;
  }
  return null;
}

function isEmpty({ opacity }: Pixels): boolean {
  return opacity?.every((one) => one === 0) ?? false;
}

function packedBytes({ colours, opacity }: Pixels): number {
  return deflateSync(colours).length + (opacity === null ? 0 : deflateSync(opacity).length);
}

/** The only way in which the rasteriser takes a PNG. */
function pngInSvg(png: Uint8Array): string {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  // The header's width and height (PNG, Third Edition, Section 11.2.1).
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const address = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><image href="${address}" width="${width}" height="${height}"/></svg>`;
}
