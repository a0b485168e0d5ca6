import type { Typeface } from '../harfbuzz/typeface.ts';
import type { Line } from '../text/line.ts';
import { clustersOf } from './clusters.ts';
import { placedContours } from './contours.ts';
import { svgPath } from './svg-path.ts';
import { UNITS_PER_EM } from './true-type.ts';

/** A line as an outline, from the left end of its baseline. Lengths are per mille of an em, y downwards. */
export type OutlinedLine = { readonly path: string; readonly width: number };

/** Outlines a line, for pictures, which have no fonts of their own. `digits` draws code points in boxes. */
export function outlinedLine(line: Line, digits: Typeface): OutlinedLine {
  const contours = line.runs.flatMap((run) => {
    let pen = run.left * UNITS_PER_EM;
    return clustersOf(run, line.source, digits).flatMap((cluster) => {
      const placed = placedContours(cluster.contours(), 1, pen, 0);
      pen += cluster.advance;
      return placed;
    });
  });
  return { path: svgPath(contours), width: line.width * UNITS_PER_EM };
}
