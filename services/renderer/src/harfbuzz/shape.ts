import { harfBuzz, languagePointer, scriptNumber } from './engine.ts';
import type { Typeface } from './typeface.ts';

/** A glyph where HarfBuzz puts it, in font units. `cluster` is the index of the UTF-16 unit it stands for. */
export type Glyph = {
  readonly id: number;
  readonly cluster: number;
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
};

export type Run = {
  /** The whole paragraph: letters join across the ends of a run. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly direction: 'ltr' | 'rtl';
  /** ISO 15924. */
  readonly script: string;
  /** BCP 47. */
  readonly language: string;
};

/** `hb_direction_t`. */
const DIRECTIONS = { ltr: 4, rtl: 5 } as const;
/** `hb_buffer_flags_t`: a mark at the beginning of a text stands on a dotted circle. */
const BEGINNING = 1;
/** `hb_glyph_info_t` and `hb_glyph_position_t`, in 32-bit words. */
const RECORD_WORDS = 5;

let buffer: number | undefined;

/** The glyphs of a run in visual order, from left to right. */
export function shape(typeface: Typeface, run: Run): readonly Glyph[] {
  const engine = harfBuzz();
  buffer ??= engine.hb_buffer_create();
  engine.hb_buffer_reset(buffer);
  const text = engine.malloc(run.text.length * 2);
  const units = new Uint16Array(engine.memory.buffer, text, run.text.length);
  for (let index = 0; index < units.length; index++) units[index] = run.text.charCodeAt(index);
  engine.hb_buffer_add_utf16(buffer, text, run.text.length, run.start, run.end - run.start);
  engine.free(text);
  engine.hb_buffer_set_direction(buffer, DIRECTIONS[run.direction]);
  engine.hb_buffer_set_flags(buffer, run.start === 0 ? BEGINNING : 0);
  engine.hb_buffer_set_script(buffer, scriptNumber(run.script));
  engine.hb_buffer_set_language(buffer, languagePointer(run.language));
  engine.hb_shape(typeface.pointer, buffer, 0, 0);
  return glyphsIn(buffer);
}

function glyphsIn(filled: number): readonly Glyph[] {
  const engine = harfBuzz();
  const count = engine.malloc(4);
  const infos = engine.hb_buffer_get_glyph_infos(filled, count);
  const positions = engine.hb_buffer_get_glyph_positions(filled, count);
  const words = new Int32Array(engine.memory.buffer);
  const length = words[count / 4] ?? 0;
  const glyphs: Glyph[] = [];
  for (let index = 0; index < length; index++) {
    const info = infos / 4 + index * RECORD_WORDS;
    const position = positions / 4 + index * RECORD_WORDS;
    glyphs.push({
      id: words[info] ?? 0,
      cluster: words[info + 2] ?? 0,
      advance: words[position] ?? 0,
      dx: words[position + 2] ?? 0,
      dy: words[position + 3] ?? 0,
    });
  }
  engine.free(count);
  return glyphs;
}
