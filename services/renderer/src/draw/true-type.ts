import type { Contour, Knot } from './contours.ts';

/** Units in an em of the fonts that are written here: PDF counts widths in the same. */
export const UNITS_PER_EM = 1000;

/**
 * A TrueType font (OpenType 1.9) of these outlines, after an empty one for glyph 0. It has what a PDF
 * reader asks of an embedded font and no more: codes, widths and meanings are told by the PDF.
 */
export function trueTypeFont(outlines: readonly (readonly Contour[])[]): Uint8Array {
  const glyphs = [[], ...outlines].map(glyphOf);
  const data = glyphs.map(({ bytes }) => bytes);
  const offsets = [0];
  for (const bytes of data) offsets.push((offsets.at(-1) ?? 0) + bytes.length);
  return fontFile([
    ['glyf', joined(data)],
    ['head', head(glyphs)],
    ['hhea', words(1, 0, UNITS_PER_EM, 0, 0, UNITS_PER_EM, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1)],
    // One width for all; then where the ink of each begins, or it would be moved there.
    ['hmtx', words(UNITS_PER_EM, ...glyphs.map(({ left }) => left))],
    ['loca', longs(...offsets)],
    ['maxp', maxp(glyphs)],
  ]);
}

type GlyphData = {
  readonly bytes: Uint8Array;
  readonly knots: number;
  readonly contours: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
};

const ON_CURVE = 1;
const SHORT = { x: 2, y: 4 } as const;
/** With a short step: it is positive. Without one: there is none. */
const POSITIVE_OR_SAME = { x: 16, y: 32 } as const;

/** "glyf", simple glyph description. */
function glyphOf(contours: readonly Contour[]): GlyphData {
  const knots = contours.flat();
  const box = boxAround(knots);
  const about = { ...box, knots: knots.length, contours: contours.length };
  if (knots.length === 0) return { ...about, bytes: new Uint8Array(0) };
  let end = -1;
  const ends = contours.map((contour) => {
    end += contour.length;
    return end;
  });
  const xs = steps(knots, 'x');
  const ys = steps(knots, 'y');
  const flags = knots.map(
    ({ on }, index) => (on ? ON_CURVE : 0) | (xs.flags[index] ?? 0) | (ys.flags[index] ?? 0),
  );
  const { left, bottom, right, top } = box;
  const bytes = joined([
    words(contours.length, left, bottom, right, top, ...ends, 0),
    Uint8Array.from([...flags, ...xs.bytes, ...ys.bytes]),
  ]);
  return { ...about, bytes: joined([bytes, new Uint8Array(padding(bytes.length))]) };
}

function boxAround(knots: readonly Knot[]) {
  const xs = knots.map(({ x }) => x);
  const ys = knots.map(({ y }) => y);
  const [left, bottom] = [xs, ys].map((all) => (all.length === 0 ? 0 : Math.min(...all)));
  const [right, top] = [xs, ys].map((all) => (all.length === 0 ? 0 : Math.max(...all)));
  return { left: left ?? 0, bottom: bottom ?? 0, right: right ?? 0, top: top ?? 0 };
}

/** The way from each point to the next along one axis, in one byte where it suffices. */
function steps(knots: readonly Knot[], axis: 'x' | 'y') {
  const flags: number[] = [];
  const bytes: number[] = [];
  let at = 0;
  for (const knot of knots) {
    const step = knot[axis] - at;
    at = knot[axis];
    if (step === 0) flags.push(POSITIVE_OR_SAME[axis]);
    else if (Math.abs(step) < 256) {
      flags.push(SHORT[axis] | (step > 0 ? POSITIVE_OR_SAME[axis] : 0));
      bytes.push(Math.abs(step));
    } else {
      flags.push(0);
      bytes.push((step >> 8) & 255, step & 255);
    }
  }
  return { flags, bytes };
}

function head(glyphs: readonly GlyphData[]): Uint8Array {
  return words(
    ...[1, 0, 1, 0],
    // The checksum of the whole, which no reader of embedded fonts looks at; then the magic number.
    ...[0, 0, 0x5f0f, 0x3cf5],
    ...[0, UNITS_PER_EM],
    // Made and changed at the epoch of 1904.
    ...[0, 0, 0, 0, 0, 0, 0, 0],
    Math.min(...glyphs.map(({ left }) => left)),
    Math.min(...glyphs.map(({ bottom }) => bottom)),
    Math.max(...glyphs.map(({ right }) => right)),
    Math.max(...glyphs.map(({ top }) => top)),
    // Style, least size, direction, long offsets, format.
    ...[0, 8, 2, 1, 0],
  );
}

function maxp(glyphs: readonly GlyphData[]): Uint8Array {
  const knots = Math.max(...glyphs.map((glyph) => glyph.knots));
  const contours = Math.max(...glyphs.map((glyph) => glyph.contours));
  // No composite glyphs, two zones, no instructions.
  return words(1, 0, glyphs.length, knots, contours, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0);
}

function fontFile(tables: readonly (readonly [name: string, bytes: Uint8Array])[]): Uint8Array {
  const records = tables.length;
  const searched = 2 ** Math.floor(Math.log2(records));
  const header = [
    longs(0x00010000),
    words(records, searched * 16, Math.log2(searched), (records - searched) * 16),
  ];
  let offset = 12 + 16 * records;
  const bodies: Uint8Array[] = [];
  for (const [name, bytes] of tables) {
    const body = joined([bytes, new Uint8Array(padding(bytes.length))]);
    header.push(new TextEncoder().encode(name), longs(checksum(body), offset, bytes.length));
    bodies.push(body);
    offset += body.length;
  }
  return joined([...header, ...bodies]);
}

function words(...values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 2));
  values.forEach((value, index) => {
    view.setInt16(2 * index, value);
  });
  return new Uint8Array(view.buffer);
}

function longs(...values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  values.forEach((value, index) => {
    view.setUint32(4 * index, value);
  });
  return new Uint8Array(view.buffer);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function padding(length: number): number {
  return (4 - (length % 4)) % 4;
}

/** The sum of its 32-bit words ("Calculating checksums"). */
function checksum(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
