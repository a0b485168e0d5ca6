import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as z from 'zod';

const State = z.strictObject({
  origin: z.string(),
  /** Which of its logs, where that is not the first. */
  log: z.number().optional(),
  /** Root keys of the service, as Multikeys. */
  roots: z.array(z.string()).min(1),
  /** The signed note that was seen last. */
  checkpoint: z.string(),
  /** Keys of the log by which that note was checked. */
  logKeys: z.array(z.string()),
});

/** What the monitor remembers from one time to the next. */
export type State = z.infer<typeof State>;

/** The state in a file; null where there is no file yet. Throws for a file of anything else. */
export function readState(file: string): State | null {
  return existsSync(file) ? State.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

/** Writes it whole or not at all. */
export function writeState(file: string, state: State): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(state, null, 2)}\n`);
  renameSync(`${file}.new`, file);
}
