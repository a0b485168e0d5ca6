import { z } from 'zod';

/** What begins a log line that is a data point; no Worker writes such a line by itself. */
export const POINT_MARK = 'laurel-data-point ';

const Point = z.object({
  dataset: z.string(),
  indexes: z.array(z.string()).max(1).default([]),
  blobs: z.array(z.string()).max(20).default([]),
  doubles: z.array(z.number()).max(20).default([]),
});

/** A data point that a Worker wrote. */
export type KeptPoint = z.infer<typeof Point>;

/** The data point in a log line; null where it is any other line. */
export function pointIn(line: string): KeptPoint | null {
  return line.startsWith(POINT_MARK)
    ? Point.parse(JSON.parse(line.slice(POINT_MARK.length)))
    : null;
}
