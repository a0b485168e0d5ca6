import callbacksModule from '../../generated/outline-callbacks.wasm';
import { type HarfBuzzExports, harfBuzz } from './engine.ts';

/** Takes an outline in font units, y upwards. Fonts with cubic curves are not among ours. */
export type Pen = {
  readonly move: (x: number, y: number) => void;
  readonly line: (x: number, y: number) => void;
  readonly quadratic: (x1: number, y1: number, x: number, y: number) => void;
  readonly close: () => void;
};

let drawFunctions: number | undefined;
let pen: Pen | undefined;

/** Draws the outline of a glyph with a pen. `font` is HarfBuzz's pointer. */
export function drawGlyph(font: number, glyph: number, taking: Pen): void {
  const engine = harfBuzz();
  drawFunctions ??= registered(engine);
  pen = taking;
  engine.hb_font_draw_glyph(font, glyph, drawFunctions, 0);
  pen = undefined;
}

/** The arguments before the coordinates are HarfBuzz's own state, of which nothing is needed. */
function registered(engine: HarfBuzzExports): number {
  type Before = readonly [functions: number, data: number, state: number];
  const { exports } = new WebAssembly.Instance(callbacksModule, {
    draw: {
      move: (...[, , , x, y]: [...Before, number, number]) => pen?.move(x, y),
      line: (...[, , , x, y]: [...Before, number, number]) => pen?.line(x, y),
      quadratic: (...[, , , x1, y1, x, y]: [...Before, number, number, number, number]) =>
        pen?.quadratic(x1, y1, x, y),
      close: () => pen?.close(),
    },
  });
  const table = engine.__indirect_function_table;
  const indexOf = (name: string) => {
    const index = table.grow(1);
    table.set(index, exports[name]);
    return index;
  };
  const functions = engine.hb_draw_funcs_create();
  engine.hb_draw_funcs_set_move_to_func(functions, indexOf('move'), 0, 0);
  engine.hb_draw_funcs_set_line_to_func(functions, indexOf('line'), 0, 0);
  engine.hb_draw_funcs_set_quadratic_to_func(functions, indexOf('quadratic'), 0, 0);
  engine.hb_draw_funcs_set_close_path_func(functions, indexOf('close'), 0, 0);
  return functions;
}
