import * as z from 'zod';
import type { WorkerName } from '../../development/workers.ts';
import { configurationPath } from './configuration.ts';
import type { Deployed, Found } from './found.ts';
import { databasesOf, queuesOf, type RawConfiguration, secretsOf } from './raw-configurations.ts';
import { must, type Wrangler, WranglerFailed } from './wrangler.ts';

const LoggedIn = z.object({ loggedIn: z.boolean() });
const Databases = z.array(z.object({ name: z.string(), uuid: z.string() }));
const Secrets = z.array(z.object({ name: z.string() }));
/** Oldest first. */
const Deployments = z.array(
  z.object({ versions: z.array(z.object({ version_id: z.string() })).min(1) }),
);
const Version = z.object({
  annotations: z.object({ 'workers/tag': z.string().optional() }).optional(),
  resources: z.object({
    bindings: z.array(
      z.looseObject({ type: z.string(), name: z.string(), text: z.string().optional() }),
    ),
  }),
});
const Answers = z.array(z.object({ results: z.array(z.object({ found: z.number() })) }));

/** That a Worker is not there: by wrangler, and by the codes 10007 and 10090 of Cloudflare’s API. */
const NO_WORKER = /Worker ".*" not found|\[code: (?:10007|10090)\]/;

/** It binds all databases. */
const SIGNER = 'laurel-signer';
/** Where sealed keys lie, which it alone opens, and where the directory of issuers is. */
const HOLDS_KEYS = 'PRIVATE';
const HOLDS_DIRECTORY = 'PUBLIC';

/** True where wrangler may act for somebody. */
export async function isLoggedIn(wrangler: Wrangler): Promise<boolean> {
  const { code, printed } = await wrangler(['whoami', '--json']);
  return code === 0 && LoggedIn.parse(JSON.parse(printed)).loggedIn;
}

/** Looks at an account, and changes nothing. The configurations for the deployment must have been written. */
export async function lookAt(wrangler: Wrangler, raw: readonly RawConfiguration[]): Promise<Found> {
  const databases = await databasesAt(wrangler, raw);
  const workers = raw.map(({ worker }) => worker);
  return {
    databases,
    queues: await queuesAt(wrangler, raw),
    secrets: await byName(
      secretsOf(raw).map(({ worker }) => worker),
      (worker) => secretsAt(wrangler, worker, configurationOf(raw, worker)),
    ),
    deployed: await byName(workers, (worker) =>
      deployedAt(wrangler, worker, configurationOf(raw, worker)),
    ),
    hasSealedKeys: await hasSealedKeys(wrangler, raw, databases),
    directoryUpTo: await directoryUpTo(wrangler, raw, databases),
  };
}

/** The ids of those databases that are there. */
export async function databasesAt(
  wrangler: Wrangler,
  raw: readonly RawConfiguration[],
): Promise<Found['databases']> {
  const wanted = databasesOf(raw);
  const listed = await must(wrangler, ['d1', 'list', '--json', ...anyOf(raw)]);
  const there = Databases.parse(JSON.parse(listed)).filter(({ name }) => wanted.includes(name));
  return Object.fromEntries(there.map(({ name, uuid }) => [name, uuid]));
}

/** The account stands in each configuration, so that any of them will do. */
function anyOf(raw: readonly RawConfiguration[]): readonly string[] {
  return raw.slice(0, 1).flatMap((one) => ['--config', configurationPath(one)]);
}

function configurationOf(raw: readonly RawConfiguration[], worker: WorkerName): string {
  const found = raw.find((one) => one.worker === worker);
  if (found === undefined) throw new Error(`${worker} has no configuration`);
  return configurationPath(found);
}

/** Lists of queues are not to be had as JSON; what one is asked for alone answers by its code. */
async function queuesAt(
  wrangler: Wrangler,
  raw: readonly RawConfiguration[],
): Promise<readonly string[]> {
  const there: string[] = [];
  for (const name of queuesOf(raw)) {
    const words = ['queues', 'info', name, ...anyOf(raw)];
    const { code, printed, said } = await wrangler(words);
    if (code === 0) there.push(name);
    else if (!`${printed}${said}`.includes(`Queue "${name}" does not exist`)) {
      throw new WranglerFailed(`wrangler ${words.join(' ')}\n${printed}${said}`.trim());
    }
  }
  return there;
}

async function secretsAt(
  wrangler: Wrangler,
  worker: WorkerName,
  config: string,
): Promise<readonly string[] | null> {
  const listed = await ofWorker(wrangler, ['secret', 'list', '--name', worker, '--config', config]);
  return listed === null ? null : Secrets.parse(listed).map(({ name }) => name);
}

async function deployedAt(
  wrangler: Wrangler,
  worker: WorkerName,
  config: string,
): Promise<Deployed | null> {
  const where = ['--name', worker, '--json', '--config', config];
  const listed = await ofWorker(wrangler, ['deployments', 'list', ...where]);
  if (listed === null) return null;
  const newest = Deployments.parse(listed).at(-1)?.versions ?? [];
  const [version] = newest;
  if (version === undefined) return null;
  const viewed = await must(wrangler, ['versions', 'view', version.version_id, ...where]);
  const { annotations, resources } = Version.parse(JSON.parse(viewed));
  const origin = resources.bindings.find(({ name }) => name === 'LAUREL_ORIGIN')?.text;
  // While two versions share the requests, none is deployed for all.
  const tag = newest.length === 1 ? (annotations?.['workers/tag'] ?? null) : null;
  const bound = resources.bindings.filter(({ name }) => /^PUBLIC(?:_\d+)?$/.test(name));
  return { tag, origin: origin ?? null, publicDatabases: bound.length };
}

/** What wrangler prints of a Worker; null where there is none of that name. */
async function ofWorker(wrangler: Wrangler, words: readonly string[]): Promise<unknown> {
  const { code, printed, said } = await wrangler(words);
  if (code === 0) return JSON.parse(printed);
  if (NO_WORKER.test(`${printed}${said}`)) return null;
  throw new WranglerFailed(`wrangler ${words.join(' ')}\n${printed}${said}`.trim());
}

async function hasSealedKeys(
  wrangler: Wrangler,
  raw: readonly RawConfiguration[],
  databases: Found['databases'],
): Promise<boolean> {
  const ask = asking(wrangler, raw, databases, HOLDS_KEYS);
  return (
    (await hasTable(ask, 'sealed_keys')) &&
    (await ask('select exists (select 1 from sealed_keys) as found')) === 1
  );
}

/** The highest number of a database that the directory has an issuer in. */
export async function directoryUpTo(
  wrangler: Wrangler,
  raw: readonly RawConfiguration[],
  databases: Found['databases'],
): Promise<number> {
  const ask = asking(wrangler, raw, databases, HOLDS_DIRECTORY);
  return (await hasTable(ask, 'issuer_databases'))
    ? ask('select coalesce(max(database_number), 1) as found from issuer_databases')
    : 1;
}

/** What a database answers to a question for one number. */
type AskNumber = (sql: string) => Promise<number>;

/** A database that was only just made has no tables; nor has one that is not there. */
async function hasTable(ask: AskNumber, table: string): Promise<boolean> {
  return (await ask(`select count(*) as found from sqlite_master where name = '${table}'`)) === 1;
}

/** Asks the database that the signer knows by a name; one that is not there has 0 of everything. */
function asking(
  wrangler: Wrangler,
  raw: readonly RawConfiguration[],
  databases: Found['databases'],
  binding: string,
): AskNumber {
  const bound = raw.find(({ worker }) => worker === SIGNER)?.content.d1_databases ?? [];
  const name = bound.find((one) => one.binding === binding)?.database_name;
  return async (sql) => {
    if (name === undefined || databases[name] === undefined) return 0;
    const words = ['d1', 'execute', name, '--remote', '--json', '--command', sql];
    const answer = await must(wrangler, [...words, '--config', configurationOf(raw, SIGNER)]);
    return Answers.parse(JSON.parse(answer))[0]?.results[0]?.found ?? 0;
  };
}

async function byName<Value>(
  workers: readonly WorkerName[],
  look: (worker: WorkerName) => Promise<Value | null>,
): Promise<Readonly<Partial<Record<WorkerName, Value>>>> {
  const found: Partial<Record<WorkerName, Value>> = {};
  for (const worker of new Set(workers)) {
    const value = await look(worker);
    if (value !== null) found[worker] = value;
  }
  return found;
}
