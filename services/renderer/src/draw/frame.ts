import type { Palette } from '@laurel/art/palette';
import { FRAME_INSET, type Sheet } from '../page.ts';
import { written, writtenColour } from './numbers.ts';

const LINES = [
  { inset: FRAME_INSET, thickness: 1.4, tone: 'dark' },
  { inset: FRAME_INSET + 5, thickness: 0.5, tone: 'mid' },
] as const;

/** The double line around a page, as operators; each line lies within its rectangle. */
export function frameOperators({ width, height }: Sheet, palette: Palette): string {
  return LINES.map(({ inset, thickness, tone }) => {
    const edge = inset + thickness / 2;
    const rectangle = [edge, edge, width - 2 * edge, height - 2 * edge];
    const lengths = rectangle.map((length) => written(length)).join(' ');
    return `${writtenColour(palette[tone])} RG ${thickness} w ${lengths} re S`;
  }).join('\n');
}
