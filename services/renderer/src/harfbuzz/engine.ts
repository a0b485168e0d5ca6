import harfbuzzModule from 'harfbuzzjs/dist/harfbuzz.wasm';

type Pointer = number;

/** The functions of HarfBuzz's C interface that are called here (harfbuzz.github.io, "API reference"). */
export type HarfBuzzExports = {
  readonly memory: WebAssembly.Memory;
  readonly __indirect_function_table: WebAssembly.Table;
  readonly __wasm_call_ctors: () => void;
  readonly malloc: (bytes: number) => Pointer;
  readonly free: (pointer: Pointer) => void;
  readonly hb_blob_create: (
    data: Pointer,
    length: number,
    mode: number,
    user: Pointer,
    destroy: Pointer,
  ) => Pointer;
  readonly hb_blob_destroy: (blob: Pointer) => void;
  readonly hb_face_create: (blob: Pointer, index: number) => Pointer;
  readonly hb_face_destroy: (face: Pointer) => void;
  readonly hb_face_get_upem: (face: Pointer) => number;
  readonly hb_font_create: (face: Pointer) => Pointer;
  readonly hb_font_destroy: (font: Pointer) => void;
  readonly hb_font_set_variations: (font: Pointer, variations: Pointer, count: number) => void;
  readonly hb_font_get_glyph_extents: (font: Pointer, glyph: number, extents: Pointer) => number;
  readonly hb_font_draw_glyph: (font: Pointer, glyph: number, draw: Pointer, data: Pointer) => void;
  readonly hb_draw_funcs_create: () => Pointer;
  readonly hb_draw_funcs_set_move_to_func: SetDrawFunction;
  readonly hb_draw_funcs_set_line_to_func: SetDrawFunction;
  readonly hb_draw_funcs_set_quadratic_to_func: SetDrawFunction;
  readonly hb_draw_funcs_set_close_path_func: SetDrawFunction;
  readonly hb_buffer_create: () => Pointer;
  readonly hb_buffer_reset: (buffer: Pointer) => void;
  readonly hb_buffer_add_utf16: (
    buffer: Pointer,
    text: Pointer,
    textLength: number,
    itemOffset: number,
    itemLength: number,
  ) => void;
  readonly hb_buffer_set_direction: (buffer: Pointer, direction: number) => void;
  readonly hb_buffer_set_flags: (buffer: Pointer, flags: number) => void;
  readonly hb_buffer_set_script: (buffer: Pointer, script: number) => void;
  readonly hb_buffer_set_language: (buffer: Pointer, language: Pointer) => void;
  readonly hb_buffer_get_glyph_infos: (buffer: Pointer, count: Pointer) => Pointer;
  readonly hb_buffer_get_glyph_positions: (buffer: Pointer, count: Pointer) => Pointer;
  readonly hb_language_from_string: (text: Pointer, length: number) => Pointer;
  readonly hb_script_from_string: (text: Pointer, length: number) => number;
  readonly hb_shape: (font: Pointer, buffer: Pointer, features: Pointer, count: number) => void;
};

type SetDrawFunction = (draw: Pointer, callback: number, user: Pointer, destroy: Pointer) => void;

/** WebAssembly, "Limits": a page. */
const PAGE_BYTES = 65536;

/**
 * HarfBuzz as harfbuzzjs ships it, without that package's loader, which compiles WebAssembly while it runs.
 * The module asks for five functions, of which only the one that grows the memory is ever called.
 */
function start(): HarfBuzzExports {
  const never = (name: string) => () => {
    throw new Error(`HarfBuzz called ${name}.`);
  };
  const instance = new WebAssembly.Instance(harfbuzzModule, {
    env: {
      emscripten_resize_heap: (bytes: number) => Number(grow(memory, bytes)),
      _abort_js: never('abort'),
      _setitimer_js: never('setitimer'),
      _emscripten_runtime_keepalive_clear: never('keepalive_clear'),
    },
    wasi_snapshot_preview1: { proc_exit: never('proc_exit') },
  });
  const exports = typed(instance.exports);
  const { memory } = exports;
  exports.__wasm_call_ctors();
  return exports;
}

/** The one place where the module's shape is taken on trust; scripts/prepare-renderer.ts has looked at it. */
function typed(exports: unknown): HarfBuzzExports {
  return exports as HarfBuzzExports;
}

function grow(memory: WebAssembly.Memory, bytes: number): boolean {
  try {
    memory.grow(Math.max(0, Math.ceil((bytes - memory.buffer.byteLength) / PAGE_BYTES)));
    return true;
  } catch {
    return false;
  }
}

let started: HarfBuzzExports | undefined;

/** The engine, started on first use and kept for the Worker's life. */
export function harfBuzz(): HarfBuzzExports {
  started ??= start();
  return started;
}

/** Bytes of WebAssembly memory, which grows and never shrinks. */
export function heapBytes(): number {
  return harfBuzz().memory.buffer.byteLength;
}

const languages = new Map<string, Pointer>();
const scripts = new Map<string, number>();

/** A language as HarfBuzz knows it, from a BCP 47 tag. HarfBuzz keeps each for good. */
export function languagePointer(tag: string): Pointer {
  return kept(languages, tag, (text, length) => harfBuzz().hb_language_from_string(text, length));
}

/** A script as HarfBuzz knows it, from an ISO 15924 code. */
export function scriptNumber(code: string): number {
  return kept(scripts, code, (text, length) => harfBuzz().hb_script_from_string(text, length));
}

/** More tags than any language has are a caller's mistake or malice; they are not kept. */
const MAX_KEPT = 500;

function kept(
  known: Map<string, number>,
  name: string,
  make: (text: Pointer, length: number) => number,
): number {
  const before = known.get(name);
  if (before !== undefined) return before;
  if (known.size >= MAX_KEPT) return make(0, 0);
  const { malloc, free, memory } = harfBuzz();
  const bytes = new TextEncoder().encode(name);
  const text = malloc(bytes.length);
  new Uint8Array(memory.buffer).set(bytes, text);
  const made = make(text, bytes.length);
  free(text);
  known.set(name, made);
  return made;
}
