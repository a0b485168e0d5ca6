import { deflateSync } from 'node:zlib';
import { encodeChunk, pngChunks } from '@laurel/baking/png-chunks';
import { expect, test } from 'vitest';
import { checkLogo } from '../src/check-logo.ts';

const SIGNATURE = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);
const END = encodeChunk('IEND', new Uint8Array());

type Picture = { width: number; height: number; type?: number; interlaced?: number };

function header({ width, height, type = 6, interlaced = 0 }: Picture): Uint8Array {
  const data = new Uint8Array(13);
  const view = new DataView(data.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  data.set([8, type, 0, 0, interlaced], 8);
  return encodeChunk('IHDR', data);
}

const pixels = (bytes: number) => encodeChunk('IDAT', deflateSync(new Uint8Array(bytes)));

function png(...chunks: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat([SIGNATURE, ...chunks]));
}

async function checked(bytes: Uint8Array, type = 'image/png') {
  const answer = await checkLogo(bytes, type);
  return answer.ok ? answer.value : answer.failure;
}

const SMALL = { width: 4, height: 4 };
const SMALL_BYTES = 4 * (1 + 16);
const text = (type: string) => encodeChunk(type, new TextEncoder().encode('Author\0Somebody'));

test('a PNG loses what tells about its author, and nothing of the picture', async () => {
  const bare = png(header(SMALL), pixels(SMALL_BYTES), END);
  const told = png(
    header(SMALL),
    text('tEXt'),
    text('eXIf'),
    text('tIME'),
    text('iCCP'),
    text('acTL'),
    pixels(SMALL_BYTES),
    text('fdAT'),
    END,
  );
  expect(await checked(told)).toEqual({ type: 'image/png', bytes: bare });
  expect(await checked(bare, '')).toEqual({ type: 'image/png', bytes: bare });
});

test('an interlaced PNG and one with a palette are taken', async () => {
  const woven = png(header({ ...SMALL, interlaced: 1 }), pixels(5 + 5 + 9 + 2 * 9 + 2 * 17), END);
  expect(await checked(woven)).toMatchObject({ type: 'image/png' });
  const palette = encodeChunk('PLTE', new Uint8Array(6));
  const indexed = png(header({ ...SMALL, type: 3 }), palette, pixels(4 * 5), END);
  expect(await checked(indexed)).toMatchObject({ type: 'image/png' });
});

const good = png(header(SMALL), pixels(SMALL_BYTES), END);
const flipped = Uint8Array.from(good, (byte, at) => (at === 20 ? byte ^ 1 : byte));

test.each([
  [
    'a bomb that unpacks to far more than it shows',
    png(header(SMALL), pixels(40_000_000), END),
    'png_unpacks',
  ],
  ['one that unpacks to less', png(header(SMALL), pixels(SMALL_BYTES - 1), END), 'png_unpacks'],
  [
    'one that does not unpack',
    png(header(SMALL), encodeChunk('IDAT', new Uint8Array(9)), END),
    'png_unpacks',
  ],
  ['one too wide', png(header({ width: 60_000, height: 60_000 }), pixels(9), END), 'png_too_wide'],
  ['one without a pixel', png(header({ width: 0, height: 4 }), pixels(0), END), 'png_damaged'],
  [
    'one with something behind it',
    png(header(SMALL), pixels(SMALL_BYTES), END, new TextEncoder().encode('<script>')),
    'png_trailing',
  ],
  [
    'one with a chunk that nobody knows',
    png(header(SMALL), text('EVIL'), pixels(SMALL_BYTES), END),
    'png_damaged',
  ],
  ['one without data', png(header(SMALL), END), 'png_damaged'],
  [
    'one with its data in two places',
    png(header(SMALL), pixels(9), encodeChunk('pHYs', new Uint8Array(9)), pixels(9), END),
    'png_damaged',
  ],
  ['one without its palette', png(header({ ...SMALL, type: 3 }), pixels(20), END), 'png_damaged'],
  [
    'one with another colour type',
    png(header({ ...SMALL, type: 5 }), pixels(20), END),
    'png_damaged',
  ],
  ['one with a wrong checksum', flipped, 'png_damaged'],
  ['one cut off', good.subarray(0, good.length - 4), 'png_damaged'],
  ['a signature alone', SIGNATURE, 'png_damaged'],
])('%s is refused', async (_, bytes, fault) => {
  expect(await checked(bytes)).toMatchObject({ fault });
});

test('a PNG that says it is an SVG is refused', async () => {
  expect(pngChunks(good).ok).toBe(true);
  expect(await checked(good, 'image/svg+xml')).toEqual({ fault: 'disguised', found: 'image/png' });
});
