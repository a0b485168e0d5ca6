import { initWasm, Resvg } from '@resvg/resvg-wasm';
import resvgModule from '@resvg/resvg-wasm/index_bg.wasm';

let ready: Promise<void> | undefined;

/** The rasteriser, which is made ready once in a Worker's life. What it makes is to be freed by hand. */
export async function resvg(): Promise<typeof Resvg> {
  ready ??= initWasm(resvgModule);
  await ready;
  return Resvg;
}
