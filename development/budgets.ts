import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { WORKERS, type WorkerName } from './workers.ts';

/**
 * How large each Worker may be, in KiB of gzip, as it is uploaded: what an isolate reads and compiles before
 * it answers for the first time. Static assets are not in it. docs/adr/0051 says what weighs what.
 */
const BUDGETS_KIB: Readonly<Record<WorkerName, number>> = {
  laurel: 1,
  'laurel-desk': 440,
  'laurel-verifier': 358,
  'laurel-signer': 200,
  'laurel-renderer': 1900,
};

export type Weight = {
  readonly worker: WorkerName;
  readonly gzippedKib: number;
  readonly budgetKib: number;
};

/** What each bundle in `bundles` weighs, counted as wrangler does: all that is uploaded, gzipped as one. */
export function weights(bundles: string): readonly Weight[] {
  return WORKERS.map(({ name }) => ({
    worker: name,
    gzippedKib: gzipSync(uploaded(join(bundles, name))).byteLength / 1024,
    budgetKib: BUDGETS_KIB[name],
  }));
}

/** A sentence for each Worker that is over its budget. */
export function overBudget(weights: readonly Weight[]): readonly string[] {
  return weights
    .filter(({ gzippedKib, budgetKib }) => gzippedKib > budgetKib)
    .map(
      ({ worker, gzippedKib, budgetKib }) =>
        `${worker} weighs ${gzippedKib.toFixed(1)} KiB gzipped, and may weigh ${budgetKib} (development/budgets.ts)`,
    );
}

function uploaded(directory: string): Buffer {
  const files = readdirSync(directory).filter((file) => !/\.map$|^README/.test(file));
  return Buffer.concat(files.sort().map((file) => readFileSync(join(directory, file))));
}
