import type { Contour, Knot } from './contours.ts';

/** Outlines, each beginning on its curve, as the data of an SVG path (SVG 2, Section 9.3), in their own units, turned so that y runs downwards. */
export function svgPath(contours: readonly Contour[]): string {
  return contours.map(contourPath).join('');
}

function contourPath(contour: Contour): string {
  const [first] = contour;
  if (first === undefined) return '';
  const knots = [...contour.slice(1), first];
  const parts = knots.map((knot, index) => {
    const next = knots[index + 1] ?? first;
    if (!knot.on) return `Q${at(knot)} ${at(next.on ? next : halfway(knot, next))}`;
    // The end of a curve was written with the curve.
    return (knots[index - 1] ?? first).on ? `L${at(knot)}` : '';
  });
  return `M${at(first)}${parts.join('')}Z`;
}

function halfway(one: Knot, other: Knot): Knot {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2, on: true };
}

function at({ x, y }: Knot): string {
  return `${x} ${-y}`;
}
