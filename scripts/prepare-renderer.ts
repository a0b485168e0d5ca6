/**
 * Writes what the renderer's bundle needs and no package offers in a form that Workers take, into
 * `services/renderer/generated/`. Run before the renderer is built or type checked. Fails where a
 * package has changed under it.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const renderer = join(root, 'services', 'renderer');
const generated = join(renderer, 'generated');
const requireFromRenderer = createRequire(join(renderer, 'package.json'));

mkdirSync(generated, { recursive: true });
writeYoga();

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
