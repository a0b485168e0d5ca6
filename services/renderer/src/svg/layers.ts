import type { Layer } from '@laurel/art/badge-art';
import type { Palette } from '@laurel/art/palette';
import { CENTRE, colourOf, type Line, type Shape } from '@laurel/art/shape';

/** Layers of art as elements of an SVG, in the art's square of 512 units. */
export function layersMarkup(layers: readonly Layer[], palette: Palette): string {
  return layers
    .map(({ scale, drawn }) => {
      const paths = drawn.map((one) => pathMarkup(one, palette)).join('');
      if (scale === 1) return paths;
      const move = `${written(CENTRE.x * (1 - scale))} ${written(CENTRE.y * (1 - scale))}`;
      return `<g transform="translate(${move}) scale(${scale})">${paths}</g>`;
    })
    .join('');
}

function pathMarkup(drawn: Shape | Line, palette: Palette): string {
  const colour = colourOf(drawn.tone, palette);
  return 'strokeWidth' in drawn
    ? `<path fill="none" stroke="${colour}" stroke-width="${drawn.strokeWidth}" d="${drawn.path}"/>`
    : `<path fill="${colour}" d="${drawn.path}"/>`;
}

function written(length: number): string {
  return String(Math.round(length * 100) / 100);
}
