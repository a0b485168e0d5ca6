import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { artOf } from '@laurel/art/art';
import { rosetteLine } from '@laurel/art/rosette';
import { colourOf } from '@laurel/art/shape';
import { ACHIEVEMENT_KINDS } from '@laurel/core/achievement';
import { ACHIEVEMENT_THEMES } from '@laurel/core/achievement-theme';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { build } from '../../../development/build.ts';
import { facts } from './facts.ts';
import { pageImage } from './opened-pdf.ts';
import { type RunningRenderer, startRenderer } from './workerd.ts';

vi.setConfig({ testTimeout: 60_000 });

const PIXELS_PER_POINT = 3;
/** The emblem stands in the upper right corner of a page that lies, within its margins. */
const CORNER = { left: 600, right: 790, top: 40, bottom: 240 } as const;
/** Of the pixels: edges are smoothed in other ways by other programs. */
const MOST_THAT_DIFFER = 0.004;

let running: RunningRenderer;
beforeAll(async () => {
  running = await startRenderer(`${await build()}/laurel-renderer`);
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await initWasm(readFileSync(wasm));
}, 120_000);
afterAll(() => running?.stop());

const SUBJECTS = ACHIEVEMENT_KINDS.flatMap((kind) =>
  [...ACHIEVEMENT_THEMES, null].map((theme) => ({ kind, theme })),
);

test.each(SUBJECTS)(
  'the emblem of $kind and $theme on the page is the one that the art has',
  async (subject) => {
    const signed = facts(subject);
    const page = await pageImage(await running.renderer.renderPdf(signed), PIXELS_PER_POINT);
    const drawn = within(page, {
      left: CORNER.left * PIXELS_PER_POINT,
      right: CORNER.right * PIXELS_PER_POINT,
      top: CORNER.top * PIXELS_PER_POINT,
      bottom: CORNER.bottom * PIXELS_PER_POINT,
    });
    const found = inked(drawn);
    const meant = meantFor(signed, found.width);
    const own = inked(meant);
    expect(Math.abs(own.width - found.width)).toBeLessThan(3);
    expect(Math.abs(own.height - found.height)).toBeLessThan(3);

    const [width, height] = [Math.min(own.width, found.width), Math.min(own.height, found.height)];
    let different = 0;
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const one = lightness(drawn, found.left + x, found.top + y);
        const other = lightness(meant, own.left + x, own.top + y);
        if (Math.abs(one - other) > 96) different++;
      }
    }
    expect(different / (width * height)).toBeLessThan(MOST_THAT_DIFFER);
  },
);

type Picture = {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
};

/** The art by itself, its ink so many pixels wide. */
function meantFor(signed: ReturnType<typeof facts>, inkWidth: number): Picture {
  const { palette, emblem } = artOf(signed);
  const line = rosetteLine(signed.artSeed);
  const svg = [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">',
    '<path fill="#fff" d="M0 0H512V512H0Z"/>',
    `<path fill="none" stroke="${colourOf(line.tone, palette)}" stroke-width="${line.strokeWidth}" d="${line.path}"/>`,
    ...emblem.map(({ tone, path }) => `<path fill="${colourOf(tone, palette)}" d="${path}"/>`),
    '</svg>',
  ].join('');
  const large = drawnBy(svg, 2048);
  const scale = inkWidth / inked(large).width;
  return drawnBy(svg, Math.round(2048 * scale));
}

function drawnBy(svg: string, width: number): Picture {
  const image = new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render();
  const picture = { width: image.width, height: image.height, data: image.pixels.slice() };
  image.free();
  return picture;
}

type Box = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

function within({ data, width }: Picture, { left, right, top, bottom }: Box): Picture {
  const cut = new Uint8ClampedArray(4 * (right - left) * (bottom - top));
  for (let row = top; row < bottom; row++) {
    const start = 4 * (row * width + left);
    cut.set(data.subarray(start, start + 4 * (right - left)), 4 * (row - top) * (right - left));
  }
  return { width: right - left, height: bottom - top, data: cut };
}

/** Where a picture is not white. */
function inked(picture: Picture) {
  const [xs, ys]: [number[], number[]] = [[], []];
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      if (lightness(picture, x, y) > 235) continue;
      xs.push(x);
      ys.push(y);
    }
  }
  const least = (places: readonly number[]) => places.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (places: readonly number[]) => places.reduce((a, b) => Math.max(a, b), 0);
  const [left, top] = [least(xs), least(ys)];
  return { left, top, width: most(xs) - left + 1, height: most(ys) - top + 1 };
}

function lightness({ data, width }: Picture, x: number, y: number): number {
  const at = 4 * (y * width + x);
  return ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 3;
}
