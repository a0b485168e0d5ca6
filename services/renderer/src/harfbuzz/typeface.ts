import { harfBuzz } from './engine.ts';
import { drawGlyph, type Pen } from './outline.ts';

/** Ink around a glyph's origin, in font units, y upwards. */
export type GlyphExtents = { readonly top: number; readonly bottom: number };

/** A font in HarfBuzz's memory at one weight. */
export type Typeface = {
  /** HarfBuzz's `hb_font_t`. */
  readonly pointer: number;
  /** Font units in an em. */
  readonly unitsPerEm: number;
  readonly extents: (glyph: number) => GlyphExtents;
  readonly draw: (glyph: number, pen: Pen) => void;
};

/** A font file in HarfBuzz's memory. A variable one is of any weight, another is as it is. */
export type FontFile = {
  readonly bytes: number;
  readonly at: (weight: number) => Typeface;
  /** Gives back its memory. No typeface of it may be used afterwards. */
  readonly close: () => void;
};

/** `hb_memory_mode_t`: HarfBuzz reads the bytes where they are. */
const READ_ONLY = 1;
/** `hb_variation_t`: a tag and a 32-bit float. */
const VARIATION_BYTES = 8;
const WEIGHT_TAG = 0x77676874;
/** `hb_glyph_extents_t`: x bearing, y bearing, width, height (negative, as y runs upwards). */
const EXTENTS_BYTES = 16;

/** Takes a font file in. Throws where the memory does not suffice. */
export function openFont(file: ArrayBuffer): FontFile {
  const engine = harfBuzz();
  const data = engine.malloc(file.byteLength);
  if (data === 0) throw new Error('HarfBuzz has no memory left for a font.');
  new Uint8Array(engine.memory.buffer).set(new Uint8Array(file), data);
  const blob = engine.hb_blob_create(data, file.byteLength, READ_ONLY, 0, 0);
  const face = engine.hb_face_create(blob, 0);
  const typefaces = new Map<number, Typeface>();
  return {
    bytes: file.byteLength,
    at: (weight) => {
      const before = typefaces.get(weight);
      if (before !== undefined) return before;
      const made = typefaceOf(face, weight);
      typefaces.set(weight, made);
      return made;
    },
    close: () => {
      for (const { pointer } of typefaces.values()) engine.hb_font_destroy(pointer);
      engine.hb_face_destroy(face);
      engine.hb_blob_destroy(blob);
      engine.free(data);
    },
  };
}

function typefaceOf(face: number, weight: number): Typeface {
  const engine = harfBuzz();
  const pointer = engine.hb_font_create(face);
  const scratch = engine.malloc(Math.max(VARIATION_BYTES, EXTENTS_BYTES));
  const view = new DataView(engine.memory.buffer);
  view.setUint32(scratch, WEIGHT_TAG, true);
  view.setFloat32(scratch + 4, weight, true);
  engine.hb_font_set_variations(pointer, scratch, 1);
  engine.free(scratch);
  return {
    pointer,
    unitsPerEm: engine.hb_face_get_upem(face),
    extents: (glyph) => extentsOf(pointer, glyph),
    draw: (glyph, pen) => drawGlyph(pointer, glyph, pen),
  };
}

function extentsOf(font: number, glyph: number): GlyphExtents {
  const engine = harfBuzz();
  const extents = engine.malloc(EXTENTS_BYTES);
  const found = engine.hb_font_get_glyph_extents(font, glyph, extents);
  const view = new DataView(engine.memory.buffer);
  const top = view.getInt32(extents + 4, true);
  const height = view.getInt32(extents + 12, true);
  engine.free(extents);
  return found === 0 ? { top: 0, bottom: 0 } : { top, bottom: top + height };
}
