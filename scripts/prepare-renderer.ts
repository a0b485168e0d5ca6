/**
 * Writes what the renderer's bundle needs and no package offers in a form that Workers take, into
 * `services/renderer/generated/`. Run before the renderer is built or type checked. Fails where a
 * package has changed under it.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { prepareFonts } from './prepare-fonts.ts';
import { preparePdfReader } from './prepare-pdf-reader.ts';
import { prepareWords } from './prepare-words.ts';

const root = join(import.meta.dirname, '..');
const renderer = join(root, 'services', 'renderer');
const generated = join(renderer, 'generated');
const requireFromRenderer = createRequire(join(renderer, 'package.json'));

mkdirSync(generated, { recursive: true });
writeYoga();
writeOutlineCallbacks();
preparePdfReader(requireFromRenderer, generated);
await prepareFonts(generated);
prepareWords(generated, 'fonts');

/** Yoga ships its WebAssembly as base64 inside a loader; a Worker imports it as a module instead. */
function writeYoga(): void {
  const entry = requireFromRenderer.resolve('yoga-layout/load');
  const loader = readFileSync(
    entry.replace(/src[/\\]load\.js$/, 'binaries/yoga-wasm-base64-esm.js'),
    'utf8',
  );
  const [whole, base64] =
    /"data:application\/octet-stream;base64,([A-Za-z0-9+/=]+)"/.exec(loader) ?? [];
  if (whole === undefined || base64 === undefined) {
    throw new Error('yoga-layout has changed: its loader no longer holds WebAssembly as base64.');
  }
  const wasm = Buffer.from(base64, 'base64');
  if (!WebAssembly.validate(wasm)) {
    throw new Error('yoga-layout has changed: what its loader holds is not WebAssembly.');
  }
  writeFileSync(join(generated, 'yoga.wasm'), wasm);
  writeFileSync(join(generated, 'yoga-loader.js'), loader.replace(whole, '"yoga.wasm"'));
}

/**
 * HarfBuzz tells outlines by calling back through its function table, which takes WebAssembly functions
 * alone; Emscripten makes them out of JavaScript ones while it runs, which Workers forbid. This module
 * (WebAssembly Core Specification 1.0, Section 5.5) imports `move`, `line`, `quadratic` and `close`
 * from `draw` and exports each as it is, with the parameters of `hb_draw_move_to_func_t` and its siblings.
 */
function writeOutlineCallbacks(): void {
  const [i32, f32] = [0x7f, 0x7d];
  const taking = (...floats: readonly number[]) => {
    const parameters = [i32, i32, i32, ...floats, i32];
    return [0x60, parameters.length, ...parameters, 0];
  };
  const types = [taking(f32, f32), taking(f32, f32, f32, f32), taking()];
  const functions = [
    { name: 'move', type: 0 },
    { name: 'line', type: 0 },
    { name: 'quadratic', type: 1 },
    { name: 'close', type: 2 },
  ];
  const text = (value: string) => [value.length, ...Buffer.from(value, 'ascii')];
  const section = (id: number, count: number, content: readonly number[]) => [
    id,
    content.length + 1,
    count,
    ...content,
  ];
  const imported = functions.flatMap(({ name, type }) => [...text('draw'), ...text(name), 0, type]);
  const exported = functions.flatMap(({ name }, index) => [...text(name), 0, index]);
  const wasm = Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, types.length, types.flat()),
    ...section(2, functions.length, imported),
    ...section(7, functions.length, exported),
  ]);
  if (!WebAssembly.validate(wasm)) throw new Error('The outline callbacks are not WebAssembly.');
  writeFileSync(join(generated, 'outline-callbacks.wasm'), wasm);
}
