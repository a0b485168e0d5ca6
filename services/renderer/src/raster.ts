import { encodedPng } from './png/encode.ts';
import { resvg } from './resvg.ts';

/** The PNG of an SVG that holds no text, so many pixels wide. */
export async function rasterised(svg: string, pixelsWide: number): Promise<Uint8Array> {
  const Resvg = await resvg();
  const renderer = new Resvg(svg, { fitTo: { mode: 'width', value: pixelsWide } });
  const image = renderer.render();
  const { width, height, pixels } = image;
  // Both live in WebAssembly memory, which no collector empties.
  image.free();
  renderer.free();
  return encodedPng({ width, height, picture: withoutOpacity(pixels) });
}

/** Colours as they are by themselves, `0xAABBGGRR`: the rasteriser gives them multiplied by their opacity. */
function withoutOpacity(pixels: Uint8Array): Uint32Array {
  const picture = new Uint32Array(pixels.slice().buffer);
  for (let pixel = 0; pixel < picture.length; pixel++) {
    const colour = picture[pixel] ?? 0;
    const opacity = colour >>> 24;
    if (opacity === 0 || opacity === 0xff) continue;
    const plain = (shift: number) =>
      Math.min(0xff, Math.round((((colour >>> shift) & 0xff) * 0xff) / opacity)) << shift;
    picture[pixel] = ((opacity << 24) | plain(16) | plain(8) | plain(0)) >>> 0;
  }
  return picture;
}
