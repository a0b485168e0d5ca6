import type { Direction } from '@laurel/core/language';
import { type Canvas, createCanvas, type ImageData, loadImage } from '@napi-rs/canvas';
import { cropped, EM, type Picture } from './pictures.ts';

/** The size of a title that stands on one line, in pixels. */
const TITLE_EM = 62;
/** Where the emblem ends, at the side at which the picture begins, and the band at the foot begins. */
const COLUMN = { start: 470, width: 706, height: 540 } as const;
/** So many rows without ink part two lines. */
const GAP = 3;

/**
 * The title on a picture that says nothing but a heading, a title on one line and an issuer, from left to
 * right: its ink alone, at the size at which pictures are compared.
 */
export async function titlePicture(png: Uint8Array, direction: Direction): Promise<Picture> {
  const image = await loadImage(Buffer.from(png));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.imageSmoothingEnabled = false;
  context.drawImage(image, 0, 0);
  const left = direction === 'ltr' ? COLUMN.start : image.width - COLUMN.start - COLUMN.width;
  const column = context.getImageData(left, 0, COLUMN.width, COLUMN.height);
  const { top, height } = betweenFirstAndLast(column);
  return cropped(enlarged(inkOnWhite(column), top, height));
}

function greenAt({ data }: ImageData, pixel: number): number {
  return data[pixel * 4 + 1] ?? 0;
}

function inkOnWhite(column: ImageData): Canvas {
  const ground = greenAt(column, 0);
  const pixels = Array.from({ length: column.width * column.height }, (_, pixel) => pixel);
  const darkest = pixels.reduce((least, pixel) => Math.min(least, greenAt(column, pixel)), ground);
  const canvas = createCanvas(column.width, column.height);
  const context = canvas.getContext('2d');
  const grey = context.createImageData(column.width, column.height);
  for (const pixel of pixels) {
    const share = (greenAt(column, pixel) - darkest) / (ground - darkest);
    const light = Math.round(255 * Math.max(0, Math.min(1, share)));
    grey.data.set([light, light, light, 255], pixel * 4);
  }
  context.putImageData(grey, 0, 0);
  return canvas;
}

function enlarged(canvas: Canvas, top: number, height: number): ImageData {
  const scale = EM / TITLE_EM;
  const [width, tall] = [Math.round(canvas.width * scale), Math.round(height * scale)];
  const context = createCanvas(width, tall).getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(
    canvas,
    0,
    top,
    canvas.width,
    height,
    0,
    0,
    canvas.width * scale,
    height * scale,
  );
  return context.getImageData(0, 0, width, tall);
}

/** The rows from the end of the first line, which is the heading, to the beginning of the last, which is the issuer. */
function betweenFirstAndLast(column: ImageData): { readonly top: number; readonly height: number } {
  const ground = greenAt(column, 0);
  const bands: { start: number; end: number }[] = [];
  for (let row = 0; row < column.height; row++) {
    const from = row * column.width;
    const pixels = Array.from({ length: column.width }, (_, x) => greenAt(column, from + x));
    if (pixels.every((value) => Math.abs(value - ground) < 8)) continue;
    const last = bands.at(-1);
    if (last !== undefined && row - last.end < GAP) last.end = row + 1;
    else bands.push({ start: row, end: row + 1 });
  }
  const [first, last] = [bands[0], bands.at(-1)];
  if (first === undefined || last === undefined || bands.length < 3) {
    throw new Error(`There are ${bands.length} lines on the picture.`);
  }
  return { top: first.end, height: last.start - first.end };
}
