import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { publicStoresIn } from '../deployed-signer.ts';
import type { Databases } from './ask.ts';

/** A page of credentials with their signed texts has less. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

/** What `wrangler d1 execute --json` prints: an answer for each statement. */
const Answers = z.tuple([
  z.object({
    results: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
  }),
]);

const run = promisify(execFile);

/**
 * The databases that a configuration of the signer binds, asked by `wrangler d1 execute`, as whoever is logged in there.
 * Asking throws where wrangler does.
 *
 * @param where `--remote`, or where it keeps local ones: `--local --persist-to FOLDER`.
 */
export function databasesByWrangler(where: readonly string[], configuration: string): Databases {
  return {
    publicStores: publicStoresIn(configuration),
    ask: async (store, sql) => {
      const { stdout } = await run(
        process.execPath,
        [
          ...['node_modules/wrangler/bin/wrangler.js', 'd1', 'execute', store, ...where, '--json'],
          ...['--config', configuration, '--command', sql.replaceAll(/\s+/g, ' ')],
        ],
        { maxBuffer: MAX_ANSWER_BYTES },
      );
      return Answers.parse(JSON.parse(stdout))[0].results;
    },
  };
}
