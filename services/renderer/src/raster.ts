import { initWasm, Resvg } from '@resvg/resvg-wasm';
import resvgModule from '@resvg/resvg-wasm/index_bg.wasm';

const BADGE_PIXELS = 512;

let ready: Promise<void> | undefined;

/** The PNG of an SVG that holds no text. */
export async function rasterised(svg: string): Promise<Uint8Array> {
  ready ??= initWasm(resvgModule);
  await ready;
  const renderer = new Resvg(svg, { fitTo: { mode: 'width', value: BADGE_PIXELS } });
  const image = renderer.render();
  const png = image.asPng();
  // Both live in WebAssembly memory, which no collector empties.
  image.free();
  renderer.free();
  return png;
}
