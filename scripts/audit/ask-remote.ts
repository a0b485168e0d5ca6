import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { DEPLOYED_SIGNER } from '../deployed-signer.ts';
import type { Ask } from './ask.ts';

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
 * Asks the databases of a deployment by `wrangler d1 execute`, as whoever is logged in there. Throws where wrangler does.
 *
 * @param where `--remote`, or where it keeps local ones: `--local --persist-to FOLDER`.
 */
export function askByWrangler(where: readonly string[]): Ask {
  return async (store, sql) => {
    const { stdout } = await run(
      process.execPath,
      [
        ...['node_modules/wrangler/bin/wrangler.js', 'd1', 'execute', store, ...where, '--json'],
        ...[
          '--config',
          where.includes('--remote') ? DEPLOYED_SIGNER : 'services/signer/wrangler.toml',
        ],
        ...['--command', sql.replaceAll(/\s+/g, ' ')],
      ],
      { maxBuffer: MAX_ANSWER_BYTES },
    );
    return Answers.parse(JSON.parse(stdout))[0].results;
  };
}
