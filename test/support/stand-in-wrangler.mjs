#!/usr/bin/env node
// Answers like wrangler 4.155 for an account that is kept in the file ACCOUNT_FILE, and notes each call there.
// With `failing`, the call that begins so ends as one that lost its network.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const file = process.env.ACCOUNT_FILE;
const account = JSON.parse(readFileSync(file, 'utf8'));
const words = process.argv.slice(2);
const line = words.join(' ');
const option = (name) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
const config = option('--config');
const configured = config === undefined ? {} : JSON.parse(readFileSync(config, 'utf8'));
const workerName = option('--name') ?? configured.name;
const worker = account.workers[workerName];

account.calls.push({ line, environment: Object.values(process.env).join('\n') });
save();
if (account.failing !== undefined && `${line} of ${workerName}`.includes(account.failing)) {
  fail('A request to the Cloudflare API failed. fetch failed');
}
answer();
save();

function answer() {
  if (line === 'whoami --json') return print({ loggedIn: account.loggedIn });
  if (line.startsWith('d1 list')) return print(account.databases);
  if (line.startsWith('d1 create')) return createDatabase(words[2]);
  if (line.startsWith('d1 migrations apply')) return migrate(words[3]);
  if (line.startsWith('d1 execute')) return print([{ results: [{ found: found(line) }] }]);
  if (line.startsWith('queues info')) return queueInfo(words[2]);
  if (line.startsWith('queues create')) return account.queues.push(words[2]);
  if (line.startsWith('secret list')) return worker ? print(named(worker)) : noWorker();
  if (line.startsWith('secret put')) return putSecret(words[2]);
  if (line.startsWith('deployments list')) return deployments();
  if (line.startsWith('versions view')) return print(worker.version);
  if (line.startsWith('deploy ')) return words.includes('--dry-run') ? weigh() : deploy();
  fail(`Unknown arguments: ${line}`);
}

function createDatabase(name) {
  if (account.databases.some((one) => one.name === name)) {
    fail(`A database with that name already exists [code: 7502]`);
  }
  account.databases.push({ name, uuid: `uuid-of-${name}`, version: 'production' });
}

function migrate(name) {
  const { database_id: id, migrations_dir: folder } = configured.d1_databases.find(
    ({ database_name }) => database_name === name,
  );
  mustHold(account.databases, 'uuid', id);
  readFileSync(resolve(dirname(config), folder, 'meta/_journal.json'));
  account.migrated.push(name);
}

function found(sql) {
  if (sql.includes('from issuer_databases')) return account.directoryUpTo ?? 1;
  return account.tables === true && (!sql.includes('exists') || account.sealedKeys === true)
    ? 1
    : 0;
}

function queueInfo(name) {
  if (!account.queues.includes(name)) {
    fail(`Queue "${name}" does not exist. To create it, run: wrangler queues create ${name}`);
  }
  process.stdout.write(`Queue Name: ${name}\n`);
}

function named({ secrets }) {
  return Object.keys(secrets).map((name) => ({ name, type: 'secret_text' }));
}

/** A Worker that is not there yet becomes a draft; one that is there gets a version without a tag. */
function putSecret(key) {
  const value = readFileSync(0, 'utf8').trimEnd();
  const secrets = { ...worker?.secrets, [key]: value };
  const { annotations: _, ...version } = worker?.version ?? { resources: { bindings: [] } };
  account.workers[workerName] = { secrets, version, deployed: worker?.deployed ?? false };
}

function deployments() {
  if (worker === undefined) fail('This Worker does not exist on your account. [code: 10007]');
  print(worker.deployed ? [{ versions: [{ version_id: 'v1', percentage: 100 }] }] : []);
}

function deploy() {
  for (const { database_id } of configured.d1_databases) {
    mustHold(account.databases, 'uuid', database_id);
  }
  for (const { queue } of configured.queues?.producers ?? []) {
    if (!account.queues.includes(queue)) fail(`Queue "${queue}" does not exist.`);
  }
  for (const { service } of configured.services ?? []) {
    if (!account.workers[service]?.deployed) fail(`Could not resolve service binding: ${service}`);
  }
  const missing = (configured.secrets?.required ?? []).filter((name) => !worker?.secrets[name]);
  if (missing.length > 0) fail(`The following required secrets have not been set: ${missing}`);
  const bindings = [
    ...Object.entries(configured.vars ?? {}).map(([name, text]) => ({
      type: 'plain_text',
      name,
      text,
    })),
    ...configured.d1_databases.map(({ binding, database_id: id }) => ({
      type: 'd1',
      name: binding,
      id,
    })),
  ];
  account.workers[workerName] = {
    secrets: worker?.secrets ?? {},
    deployed: true,
    routes: configured.routes ?? [],
    version: { annotations: { 'workers/tag': option('--tag') }, resources: { bindings } },
  };
}

function weigh() {
  mkdirSync(option('--outdir'), { recursive: true });
  process.stdout.write('Total Upload: 1.00 KiB / gzip: 0.50 KiB\n--dry-run: exiting now.\n');
}

function mustHold(list, key, value) {
  if (!list.some((one) => one[key] === value)) fail(`binding must have a valid id [code: 10021]`);
}

function noWorker() {
  fail(
    `Worker "${workerName}" not found.\n\nIf this is a new Worker, run \`wrangler deploy\` first.`,
  );
}

function print(value) {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

function save() {
  // Whole or not at all: dry runs are called side by side.
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(account));
  renameSync(`${file}.${process.pid}`, file);
}

function fail(reason) {
  save();
  process.stderr.write(`✘ [ERROR] ${reason}\n`);
  process.exit(1);
}
