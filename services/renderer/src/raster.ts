import { resvg } from './resvg.ts';

const BADGE_PIXELS = 512;

/** The PNG of an SVG that holds no text. */
export async function rasterised(svg: string): Promise<Uint8Array> {
  const Resvg = await resvg();
  const renderer = new Resvg(svg, { fitTo: { mode: 'width', value: BADGE_PIXELS } });
  const image = renderer.render();
  const png = image.asPng();
  // Both live in WebAssembly memory, which no collector empties.
  image.free();
  renderer.free();
  return png;
}
