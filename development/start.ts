import { setInterval } from 'node:timers';
import { MAX_PUBLIC_DATABASES } from '@laurel/store/directory/public-bindings';
import { build } from './build.ts';
import { keepPoint } from './counters/counter-file.ts';
import { claimData, dataOwner, leaveData } from './data-owner.ts';
import { awardWorkshop, tokenIsGood } from './demonstration/award.ts';
import { tokensOfBefore, writeDemo } from './demonstration/demo-file.ts';
import { guide } from './demonstration/print.ts';
import {
  accountIdOf,
  makeAwardingToken,
  makeSigningToken,
  STEWARD,
  seed,
} from './demonstration/seed.ts';
import { seedSignatories } from './demonstration/signatories.ts';
import { mustBeFree } from './free-port.ts';
import { leaveNoOrphans } from './orphans.ts';
import { writeRoot } from './pinned-root.ts';
import { printUnusual } from './print-log.ts';
import { type Runtime, startRuntime } from './runtime.ts';
import { DATA_DIRECTORY, STATE_DIRECTORY, settingsFor } from './settings.ts';
import { publicStoresHere } from './state-files.ts';
import { stewardshipOf } from './stewardship.ts';
import { startStandIn } from './wikimedia/stand-in.ts';

const HOST = '127.0.0.1';
const CLIENT_ID = 'laurel-development';
const TICK_MS = 60_000;
const LOOK_MS = 60 * TICK_MS;

const port = portFrom('LAUREL_PORT', 8787);
const wikimediaPort = portFrom('LAUREL_WIKIMEDIA_PORT', 8788);
const publicDatabases = databasesFrom('LAUREL_PUBLIC_DATABASES');
const origin = process.env.LAUREL_ORIGIN ?? `http://localhost:${port}`;

await portMustBeFree(port, 'LAUREL_PORT');
await portMustBeFree(wikimediaPort, 'LAUREL_WIKIMEDIA_PORT');
const settings = settingsFor(origin);
if (settings.origin !== origin) {
  stopWith(
    `The data here was made for ${settings.origin}, and its identifiers with it. Start with that address, or clear it: npm run reset`,
  );
}

const owner = dataOwner();
if (owner !== null) stopWith(`Laurel runs on this data already (process ${owner}).`);
claimData();

console.log('Building the Workers…');
const bundles = await build();
const standIn = await startStandIn({
  port: wikimediaPort,
  host: HOST,
  consumer: {
    clientId: CLIENT_ID,
    clientSecret: settings.wikimediaClientSecret,
    redirectUri: `${origin}/login/callback`,
  },
});
const runtime = await startRuntime({
  bundles,
  host: HOST,
  port,
  origin,
  persistTo: STATE_DIRECTORY,
  publicDatabases,
  onLog: process.env.LAUREL_LOG === 'all' ? console.log : printUnusual,
  onPoint: keepPoint,
  keyEncryptionSecrets: settings.keyEncryptionSecrets,
  stewardAccountIds: [accountIdOf(STEWARD)],
  dashboardUrl: standIn.url,
  ...(process.env.LAUREL_WEBHOOK_ORIGIN === undefined
    ? {}
    : { localWebhookOrigin: process.env.LAUREL_WEBHOOK_ORIGIN }),
  ...(process.env.LAUREL_RETRIEVAL_ORIGINS === undefined
    ? {}
    : { localRetrievalOrigins: process.env.LAUREL_RETRIEVAL_ORIGINS.split(',') }),
  wikimedia: {
    baseUrl: standIn.url,
    clientId: CLIENT_ID,
    clientSecret: settings.wikimediaClientSecret,
  },
});
await recallAccounts();
let stopping = false;
const dismissGuard = leaveNoOrphans();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  // The runtime's own answer to a signal exits at once, without waiting for its children.
  process.removeAllListeners(signal);
  process.on(signal, stop);
}

await tick(runtime);
setInterval(() => void tick(runtime), TICK_MS);
setInterval(() => void lookAtNames(runtime), LOOK_MS);

const nowSeconds = Math.floor(Date.now() / 1000);
const stewardship = await stewardshipOf(runtime);
await seed(stewardship, nowSeconds);
await seedSignatories(stewardship, nowSeconds);
await writeRoot(runtime.url, origin);
const before = tokensOfBefore();
const tokens =
  before !== null && (await tokenIsGood(runtime.url, before.token))
    ? before
    : {
        token: await makeAwardingToken(stewardship, nowSeconds),
        signToken: await makeSigningToken(stewardship, nowSeconds),
      };
const report = await awardWorkshop(runtime.url, tokens.token).catch(giveUp);
console.log(guide(writeDemo(origin, tokens, report), report, standIn.url));

function portFrom(variable: string, fallback: number): number {
  const value = process.env[variable] ?? String(fallback);
  if (!/^[1-9]\d{0,4}$/.test(value) || Number(value) > 65_535) {
    stopWith(`${variable} is not a port: ${value}`);
  }
  return Number(value);
}

/** As many as there are, or more: an issuer that is in one would be nowhere without it. */
function databasesFrom(variable: string): number {
  const { length: here } = publicStoresHere(DATA_DIRECTORY);
  const least = Math.max(here, 1);
  const value = process.env[variable] ?? String(least);
  if (!/^[1-9]\d?$/.test(value) || Number(value) > MAX_PUBLIC_DATABASES) {
    stopWith(
      `${variable} is not a number of databases from 1 to ${MAX_PUBLIC_DATABASES}: ${value}`,
    );
  }
  if (Number(value) < least) {
    stopWith(
      `The data here has PUBLIC over ${here} databases, and an issuer may be in any: ${variable}=${here}`,
    );
  }
  return Number(value);
}

async function portMustBeFree(wanted: number, variable: string): Promise<void> {
  await mustBeFree(HOST, wanted).catch(() =>
    stopWith(`Port ${wanted} is taken. End what listens there, or choose another: ${variable}=…`),
  );
}

/** Crons do not fire by themselves here. A failed tick is told; the next comes in a minute. */
async function tick({ tick }: Runtime): Promise<void> {
  await tick().catch((error: unknown) => console.error('A cron failed:', error));
}

async function lookAtNames({ lookAtNames }: Runtime): Promise<void> {
  await lookAtNames().catch((error: unknown) => console.error('A cron failed:', error));
}

/** The stand-in lives as long as this process: what it knew of accounts is what Laurel kept of them. */
async function recallAccounts(): Promise<void> {
  const store = await runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  const { results } = await store
    .prepare('select id, username from accounts')
    .all<{ id: string; username: string | null }>();
  for (const { id, username } of results) standIn.accounts.recall(id, username);
}

async function giveUp(error: unknown): Promise<never> {
  console.error(error instanceof Error ? error.message : error);
  await end();
  process.exit(1);
}

/** A terminal tells npm and this process alike, and npm passes it on: the second time changes nothing. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await end();
  process.exit(0);
}

async function end(): Promise<void> {
  await runtime.stop();
  await standIn.close();
  dismissGuard();
  leaveData();
}

function stopWith(reason: string): never {
  console.error(reason);
  process.exit(1);
}
