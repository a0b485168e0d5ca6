import type { Direction } from '@laurel/core/language';
import { type Canvas, createCanvas, type ImageData, loadImage } from '@napi-rs/canvas';
import { cropped, EM, type Picture } from './pictures.ts';

/** The size of a title that stands on one line, in pixels. */
const TITLE_EM = 62;
/** Where the emblem ends, at the side at which the picture begins, and the band at the foot begins. */
const COLUMN = { start: 470, width: 706, height: 540 } as const;
/**
 * The title on a picture, where it stands on one line: its ink alone, at the size at which pictures are
 * compared. All other texts are grey.
 */
export async function titlePicture(png: Uint8Array, direction: Direction): Promise<Picture> {
  const image = await loadImage(Buffer.from(png));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.imageSmoothingEnabled = false;
  context.drawImage(image, 0, 0);
  const left = direction === 'ltr' ? COLUMN.start : image.width - COLUMN.start - COLUMN.width;
  const column = context.getImageData(left, 0, COLUMN.width, COLUMN.height);
  return cropped(enlarged(inkOnWhite(column)));
}

/** How much redder than green: what sets the title's colour apart from greys. */
function rednessAt({ data }: ImageData, pixel: number): number {
  return (data[pixel * 4] ?? 0) - (data[pixel * 4 + 1] ?? 0);
}

function inkOnWhite(column: ImageData): Canvas {
  const ground = rednessAt(column, 0);
  const pixels = Array.from({ length: column.width * column.height }, (_, pixel) => pixel);
  const full = pixels.reduce((most, pixel) => Math.max(most, rednessAt(column, pixel)), ground);
  const canvas = createCanvas(column.width, column.height);
  const context = canvas.getContext('2d');
  const grey = context.createImageData(column.width, column.height);
  for (const pixel of pixels) {
    const share = (rednessAt(column, pixel) - ground) / (full - ground);
    const light = Math.round(255 * (1 - Math.max(0, share)));
    grey.data.set([light, light, light, 255], pixel * 4);
  }
  context.putImageData(grey, 0, 0);
  return canvas;
}

function enlarged(canvas: Canvas): ImageData {
  const scale = EM / TITLE_EM;
  const [width, tall] = [Math.round(canvas.width * scale), Math.round(canvas.height * scale)];
  const context = createCanvas(width, tall).getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(canvas, 0, 0, width, tall);
  return context.getImageData(0, 0, width, tall);
}
