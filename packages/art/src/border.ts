import type { AchievementTheme } from '@laurel/core/achievement-theme';
import { CENTRE, circle, from, type Line, written } from './shape.ts';

/** The dark band of a badge, and the light edge that parts it from a dark page: units from the centre. */
export const BORDER = { inner: 222, outer: 250, edge: 254 } as const;
const MIDDLE = (BORDER.inner + BORDER.outer) / 2;

/** A pattern in light lines along the border: an arcade, a chain, rising strokes, or beads where there is no theme. */
export function borderLine(theme: AchievementTheme | null): Line {
  switch (theme) {
    case 'design-for-access':
      return line(56, arch, 3);
    case 'community-of-practice':
      return line(52, ring, 3);
    case 'skills-and-capacities':
      return line(84, stroke, 4.6);
    case null:
      return line(44, bead, 3.4);
  }
}

type Motif = (angle: number, step: number, index: number) => string;

function line(count: number, motif: Motif, strokeWidth: number): Line {
  const step = (2 * Math.PI) / count;
  const motifs = Array.from({ length: count }, (_, index) =>
    motif(index * step - Math.PI / 2, step, index),
  );
  return { path: motifs.join(''), tone: 'light', strokeWidth };
}

const at = (angle: number, radius: number, across = 0) => {
  const { x, y } = from(CENTRE, angle, radius, across);
  return written(x, y);
};

function arch(angle: number, step: number): string {
  const half = (MIDDLE * step) / 2 - 4.2;
  const [foot, spring] = [MIDDLE - 9, MIDDLE + 0.5];
  return (
    `M${at(angle, foot, -half)}L${at(angle, spring, -half)}` +
    `A${written(half, half)} 0 0 1 ${at(angle, spring, half)}L${at(angle, foot, half)}`
  );
}

function ring(angle: number, step: number): string {
  return circle(from(CENTRE, angle, MIDDLE), MIDDLE * step * 0.68 - 9);
}

function stroke(angle: number, _step: number, index: number): string {
  const height = [6, 11.5, 17][index % 3] ?? 0;
  return `M${at(angle, MIDDLE - 8.5)}L${at(angle, MIDDLE - 8.5 + height)}`;
}

function bead(angle: number): string {
  return circle(from(CENTRE, angle, MIDDLE), 5.2);
}
