import { createCanvas, loadImage } from '@napi-rs/canvas';

/** A picture's pixels, four bytes each: red, green, blue, opacity. */
export type Pixels = {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
};

/** The pixels of a PNG, on a ground where it can be seen through; shrunk where a side is given. */
export async function pixelsOf(png: Uint8Array, side?: number, ground?: string): Promise<Pixels> {
  const image = await loadImage(Buffer.from(png));
  const [width, height] = side === undefined ? [image.width, image.height] : [side, side];
  const context = createCanvas(width, height).getContext('2d');
  if (ground !== undefined) {
    context.fillStyle = ground;
    context.fillRect(0, 0, width, height);
  }
  // Smoothing blurs even what keeps its size.
  context.imageSmoothingEnabled = side !== undefined;
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, width, height);
  return { width, height, data: context.getImageData(0, 0, width, height).data };
}

/** The contrast ratio of the same pixel in two pictures (WCAG 2.2). */
export function contrastAt(one: Pixels, other: Pixels, pixel: number): number {
  const [dark = 0, light = 0] = [luminanceAt(one, pixel), luminanceAt(other, pixel)].sort(
    (a, b) => a - b,
  );
  return (light + 0.05) / (dark + 0.05);
}

function luminanceAt({ data }: Pixels, pixel: number): number {
  return [0.2126, 0.7152, 0.0722].reduce((sum, weight, index) => {
    const channel = (data[pixel * 4 + index] ?? 0) / 255;
    return (
      sum + weight * (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)
    );
  }, 0);
}
