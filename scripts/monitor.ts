/**
 * Watches over a transparency log:
 * `npm run monitor -- ORIGIN [--log NUMBER] [--state FILE] [--credential FILE]… [--issuer SLUG]… [--root KEY]…`. Replays all
 * of it, checks it against its signed checkpoint and the one of the time before, and looks for credentials and
 * published lists in it. Ends with 0 where all is well, 1 where there is a fault, 2 where something could not
 * be found out, and 64 where it was called wrongly (EX_USAGE of sysexits.h).
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { logName } from '@laurel/log/checkpoint';
import { type Brought, readBrought } from '@laurel/offline/brought';
import { askedBy, calledWrongly } from './called-wrongly.ts';
import { credentialLogged } from './monitor/credentials.ts';
import { loggedOf, pathsOf, readPublished } from './monitor/published.ts';
import { open, type Said } from './monitor/said.ts';
import { servedAt } from './monitor/served.ts';
import { readState, writeState } from './monitor/state-file.ts';
import { watch } from './monitor/watch.ts';

const USAGE =
  'npm run monitor -- ORIGIN [--log NUMBER] [--state FILE] [--credential FILE]… [--issuer SLUG]… [--root KEY]…';
const CODES = { good: 0, fault: 1, open: 2 } as const;
const MARKS = { good: '✓', fault: '✕', open: '?' } as const;

const { origin, log, state: stateFile, credentials, issuers, roots } = asked();
let said: readonly Said[];
try {
  said = await monitored();
} catch (error) {
  said = [
    open(`The service could not be asked: ${error instanceof Error ? error.message : error}`),
  ];
}
for (const { found, sentence } of said) console.log(`${MARKS[found]} ${sentence}`);
process.exitCode = said.some(({ found }) => found === 'fault')
  ? CODES.fault
  : said.some(({ found }) => found === 'open')
    ? CODES.open
    : CODES.good;

async function monitored(): Promise<readonly Said[]> {
  const served = servedAt(origin, log);
  const nowSeconds = Math.floor(Date.now() / 1000);
  const before = stateFile === undefined ? null : readState(stateFile);
  if (before !== null && (before.origin !== origin || (before.log ?? 1) !== log)) {
    return calledWrongly(
      `${stateFile} remembers another log: ${logName(before.origin, before.log)}`,
    );
  }
  const brought = await Promise.all(credentials.map(readFile));
  const presented = brought.flatMap(({ found }) => (found === null ? [] : [found.presented]));
  const published = await readPublished(served, pathsOf(served, presented, issuers));
  const { said, replayed, state } = await watch(served, before, roots, nowSeconds);
  if (state !== null && stateFile !== undefined) writeState(stateFile, state);
  if (replayed === null) return said;
  return [
    ...said,
    ...published.map((one) => ('found' in one ? one : loggedOf(one, replayed.places, nowSeconds))),
    ...(await Promise.all(
      brought.map(({ file, found }) =>
        found === null
          ? open(`${file} holds no credential that can be read.`)
          : credentialLogged(file, found, replayed, served),
      ),
    )),
  ];
}

async function readFile(
  file: string,
): Promise<{ readonly file: string; readonly found: Brought | null }> {
  if (!existsSync(file)) return calledWrongly(`There is no file ${file}.`);
  const read = await readBrought([new Uint8Array(readFileSync(file))]);
  return { file, found: read.ok ? read.value : null };
}

function asked() {
  return askedBy(USAGE, () => {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        log: { type: 'string', default: '1' },
        state: { type: 'string' },
        credential: { type: 'string', multiple: true, default: [] },
        issuer: { type: 'string', multiple: true, default: [] },
        root: { type: 'string', multiple: true, default: [] },
      },
    });
    const url = URL.parse(positionals[0] ?? '');
    if (positionals.length !== 1 || url === null || !/^https?:$/.test(url.protocol)) {
      return calledWrongly(USAGE);
    }
    const { state, credential, issuer, root } = values;
    if (!/^[1-9][0-9]{0,3}$/.test(values.log)) return calledWrongly(USAGE);
    const log = Number(values.log);
    return {
      origin: url.origin,
      log,
      state,
      credentials: credential,
      issuers: issuer,
      roots: root,
    };
  });
}
