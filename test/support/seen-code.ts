import { createCanvas, loadImage } from '@napi-rs/canvas';
import jsQR from 'jsqr';

/** What a phone's camera reads of a picture of what is shown; null where it reads nothing. `png`: a PNG file. */
export async function readSeenCode(png: Buffer): Promise<string | null> {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? null;
}
