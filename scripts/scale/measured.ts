import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** Where the figures stand that were measured last; `npm run scale -- --write` puts them there. */
export const MEASURED_FILE = 'docs/scale-measured.json';

/** One table: what one credential adds to it. */
const Table = z.strictObject({
  table: z.string(),
  /** Bytes of its pages, and of those of its indexes. */
  bytes: z.number(),
  indexBytes: z.number(),
  rows: z.number(),
  /** Rows written as D1 counts them at most: each write, and one more for each of its indexes. */
  rowsWritten: z.number(),
});

const Reading = z.strictObject({
  what: z.string(),
  /** Round trips to PUBLIC, statements in them, and rows that these read. */
  roundTrips: z.number(),
  statements: z.number(),
  rowsRead: z.number(),
  bytes: z.number(),
});

const Measured = z.strictObject({
  /** `YYYY-MM-DD` */
  on: z.string(),
  /** Over how many credentials the figures are a mean. */
  credentials: z.number(),
  stores: z.strictObject({ PUBLIC: z.array(Table), PRIVATE: z.array(Table) }),
  statusListBytes: z.number(),
  readings: z.array(Reading),
  /** Milliseconds for which a CPU was busy with each in the local runtime, its databases among it. */
  cpuMs: z.strictObject({ issued: z.number(), verified: z.number() }),
});

/** What one credential was found to take; bytes, rows and milliseconds are means. */
export type Measured = z.infer<typeof Measured>;
export type MeasuredTable = z.infer<typeof Table>;
export type MeasuredReading = z.infer<typeof Reading>;

/** The figures that were recorded. Throws where the file is another. */
export function readMeasured(): Measured {
  return Measured.parse(JSON.parse(readFileSync(MEASURED_FILE, 'utf8')));
}
