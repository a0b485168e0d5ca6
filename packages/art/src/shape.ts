import { PAPER, type Palette } from './palette.ts';

/** A colour of a palette, or that of the paper. */
export type Tone = keyof Palette | 'paper';

/** A filled path in a square of 512 units, y downwards. */
export type Shape = { readonly path: string; readonly tone: Tone };

/** A path in the same square, drawn as a line so many units wide. */
export type Line = Shape & { readonly strokeWidth: number };

export type Point = { readonly x: number; readonly y: number };

export const CENTRE: Point = { x: 256, y: 256 };

/** `#rrggbb` of a tone. */
export function colourOf(tone: Tone, palette: Palette): string {
  return tone === 'paper' ? PAPER : palette[tone];
}

/** Two decimals: finer than any printer, and the same on machines whose sines differ in the last bit. */
export function written(...coordinates: readonly number[]): string {
  return coordinates.map((coordinate) => String(Math.round(coordinate * 100) / 100 || 0)).join(' ');
}

/** The point at a distance along a direction (radians, clockwise from the right) and across it. */
export function from(origin: Point, direction: number, along: number, across = 0): Point {
  return {
    x: origin.x + along * Math.cos(direction) - across * Math.sin(direction),
    y: origin.y + along * Math.sin(direction) + across * Math.cos(direction),
  };
}

/** The point across the upright line through the centre. */
export function mirrored(point: Point): Point {
  return { x: 2 * CENTRE.x - point.x, y: point.y };
}

/** A circle, drawn clockwise, or counter-clockwise where it is to cut a hole. */
export function circle(centre: Point, radius: number, sweep: 0 | 1 = 1): string {
  const { x, y } = centre;
  const arc = `A${written(radius, radius)} 0 1 ${sweep} `;
  return `M${written(x - radius, y)}${arc}${written(x + radius, y)}${arc}${written(x - radius, y)}Z`;
}
