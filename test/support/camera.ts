import { writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'uqr';

const WIDTH = 640;
const HEIGHT = 480;

/** What is grey round a code, in a picture as a camera sees it. */
const WALL = 110;
const QUIET_MODULES = 4;

/** The grey of every pixel of a picture in which a QR code is held before a wall. */
function pictureOfCode(text: string): Uint8Array<ArrayBuffer> {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_MODULES });
  const module = Math.floor((HEIGHT * 0.9) / size);
  const [left, top] = [(WIDTH - size * module) / 2, (HEIGHT - size * module) / 2];
  const grey = new Uint8Array(WIDTH * HEIGHT).fill(WALL);
  for (let y = 0; y < size * module; y += 1) {
    for (let x = 0; x < size * module; x += 1) {
      const dark = data[Math.floor(y / module)]?.[Math.floor(x / module)] === true;
      grey[Math.floor(top + y) * WIDTH + Math.floor(left + x)] = dark ? 20 : 235;
    }
  }
  return grey;
}

/** Flags with which Chromium has a camera that sees these pictures one after the other, again and again. */
export async function cameraSeeing(...texts: readonly string[]): Promise<readonly string[]> {
  const colourless = new Uint8Array((WIDTH * HEIGHT) / 2).fill(128);
  const frames = texts.flatMap((text) => [Buffer.from('FRAME\n'), pictureOfCode(text), colourless]);
  const file = join(await mkdtemp(join(tmpdir(), 'laurel-camera-')), 'seen.y4m');
  const header = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F5:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(file, Buffer.concat([header, ...frames]));
  return [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${file}`,
  ];
}

/** The same picture as a PNG. */
export async function pngOfCode(text: string): Promise<Buffer> {
  const { createCanvas } = await import('@napi-rs/canvas');
  const canvas = createCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  const image = context.createImageData(WIDTH, HEIGHT);
  for (const [at, grey] of pictureOfCode(text).entries()) {
    image.data.set([grey, grey, grey, 255], at * 4);
  }
  context.putImageData(image, 0, 0);
  return canvas.toBuffer('image/png');
}
