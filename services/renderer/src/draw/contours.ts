import type { Typeface } from '../harfbuzz/typeface.ts';

/** A point of an outline, on its curve or steering it (OpenType 1.9, "TrueType Outlines"). */
export type Knot = { readonly x: number; readonly y: number; readonly on: boolean };

/** A closed line of straight and quadratic parts. */
export type Contour = readonly Knot[];

const known = new WeakMap<Typeface, Map<number, readonly Contour[]>>();

/** The outline of a glyph in font units, y upwards; empty for a space. Forgotten with its typeface. */
export function glyphContours(typeface: Typeface, glyph: number): readonly Contour[] {
  const glyphs = known.get(typeface) ?? new Map<number, readonly Contour[]>();
  known.set(typeface, glyphs);
  const contours = glyphs.get(glyph) ?? drawn(typeface, glyph);
  glyphs.set(glyph, contours);
  return contours;
}

/** An outline moved, scaled, and rounded to whole units. */
export function placedContours(
  contours: readonly Contour[],
  scale: number,
  dx: number,
  dy: number,
): readonly Contour[] {
  return contours.map((contour) =>
    contour.map(({ x, y, on }) => ({
      x: Math.round(x * scale + dx),
      y: Math.round(y * scale + dy),
      on,
    })),
  );
}

function drawn(typeface: Typeface, glyph: number): readonly Contour[] {
  const contours: Knot[][] = [];
  const add = (x: number, y: number, on: boolean) => contours.at(-1)?.push({ x, y, on });
  typeface.draw(glyph, {
    move: (x, y) => contours.push([{ x, y, on: true }]),
    line: (x, y) => add(x, y, true),
    quadratic: (x1, y1, x, y) => {
      add(x1, y1, false);
      add(x, y, true);
    },
    close: () => {},
  });
  return contours.map(closed).map(withoutImplied);
}

/** The pen comes back to where it began: that point stands twice. */
function closed(contour: readonly Knot[]): Contour {
  const [first] = contour;
  const last = contour.at(-1);
  const twice = contour.length > 1 && last?.on && last.x === first?.x && last.y === first.y;
  return twice ? contour.slice(0, -1) : contour;
}

/** A point halfway between two that steer goes without saying, and is left out as fonts leave it out; the first stays. */
function withoutImplied(contour: Contour): Contour {
  return contour.filter((point, index) => {
    const before = contour.at(index - 1);
    const after = contour[(index + 1) % contour.length];
    if (index === 0 || !point.on || before === undefined || after === undefined) return true;
    if (before.on || after.on || before === after) return true;
    return point.x !== (before.x + after.x) / 2 || point.y !== (before.y + after.y) / 2;
  });
}
