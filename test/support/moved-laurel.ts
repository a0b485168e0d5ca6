import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../development/free-port.ts';
import { type Laurel, type LaurelOptions, startLaurel } from './laurel.ts';

/** A Laurel whose clock can be moved on: it is then started again, on the same data. */
export type MovedLaurel = {
  readonly now: () => Laurel;
  /** By Laurel's clock; seconds since the epoch. */
  readonly nowSeconds: () => number;
  readonly later: (seconds: number) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Starts one at the present moment. */
export async function startMovedLaurel(options: LaurelOptions = {}): Promise<MovedLaurel> {
  const persistTo = mkdtempSync(join(tmpdir(), 'laurel-moved-'));
  const port = await freePort('127.0.0.1');
  let clockShiftSeconds = 0;
  let laurel = await startLaurel({ ...options, persistTo, port });
  return {
    now: () => laurel,
    nowSeconds: () => Math.floor(Date.now() / 1000) + clockShiftSeconds,
    later: async (seconds) => {
      await laurel.stop();
      clockShiftSeconds += seconds;
      laurel = await startLaurel({ ...options, persistTo, port, clockShiftSeconds });
    },
    stop: async () => {
      await laurel.stop();
      rmSync(persistTo, { recursive: true });
    },
  };
}
