import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { resolve } from 'node:path';
import { alone } from './alone.ts';
import { overBudget, weights } from './budgets.ts';
import { WORKERS } from './workers.ts';

const BUILDS = 'build';

/** Older builds are kept for whoever still runs from them. */
const KEPT_BUILDS = 3;

/** Names the sources that `generated` was made of last. */
const PREPARED = `${BUILDS}/prepared`;

/** Beside the bundles, what Workers read and serve while they run; bundles of every age share it. */
const ASSETS = [
  'services/renderer/generated/fonts',
  'services/verifier/generated/assets',
  'services/desk/generated/assets',
];

/** What ends up in a bundle, and what bundles it. */
const SOURCES = [
  'packages/*/src/**',
  'packages/*/package.json',
  'services/*/src/**',
  'services/*/*.{toml,json}',
  'services/verifier/browser/**',
  'i18n/**/*.json',
  'wrangler.toml',
  'package-lock.json',
  'scripts/{prepare-renderer,prepare-fonts,prepare-pdf-reader,prepare-words}.ts',
  'scripts/{prepare-verifier,prepare-offline,prepare-web-fonts,web-font-slices,font-file}.ts',
  'scripts/{certificate-words,long-dates,prepare-browser-scripts}.ts',
  'scripts/{prepare-messages,named-messages,prepare-desk,prepare-description}.ts',
];

/**
 * Bundles every Worker as it would be deployed, unless these very sources were bundled before. Answers
 * the folder in which each has one of its own. Throws with what wrangler printed when one does not build,
 * and with what is over its budget.
 */
export async function build(): Promise<string> {
  mkdirSync(BUILDS, { recursive: true });
  const wanted = resolve(BUILDS, fingerprint());
  const ready = () => existsSync(wanted) && ASSETS.every((folder) => existsSync(folder));
  if (ready()) return wanted;
  return alone(`${BUILDS}/lock`, async () => {
    if (ready()) return wanted;
    const partial = `${wanted}.partial`;
    rmSync(partial, { recursive: true, force: true });
    await prepare();
    if (ready()) return wanted;
    await Promise.all(WORKERS.map(({ name, config }) => bundle(config, `${partial}/${name}`)));
    const over = overBudget(weights(partial));
    if (over.length > 0) throw new Error(over.join('\n'));
    renameSync(partial, wanted);
    forgetOldBuilds();
    return wanted;
  });
}

/**
 * The same, and has `generated` be of these sources too, from which wrangler bundles anew and uploads: where they were built before, it may
 * be of others that were built since.
 */
export async function buildToDeploy(): Promise<void> {
  await build();
  await alone(`${BUILDS}/lock`, async () => {
    const prepared = existsSync(PREPARED) ? readFileSync(PREPARED, 'utf8') : '';
    if (prepared !== fingerprint()) await prepare();
  });
}

/** Makes what bundles and static assets are made from, out of packages and messages. */
async function prepare(): Promise<void> {
  await Promise.all([
    run(['scripts/prepare-renderer.ts']),
    run(['scripts/prepare-verifier.ts']),
    run(['scripts/prepare-desk.ts']),
  ]);
  await run(['scripts/prepare-messages.ts']);
  writeFileSync(PREPARED, fingerprint());
}

/** Bundles one Worker into a directory, with more options of `wrangler deploy`. */
export function bundle(
  config: string,
  directory: string,
  options: readonly string[] = [],
): Promise<void> {
  return run([
    'node_modules/wrangler/bin/wrangler.js',
    'deploy',
    '--dry-run',
    ...['--outdir', directory],
    ...['--config', config],
    ...options,
  ]);
}

/** The paths of all that bundles and static assets are made from, but for packages of others. */
export function sourcePaths(): readonly string[] {
  return globSync(SOURCES, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort();
}

/** Names what bundles are made from: the same sources have the same name. */
export function fingerprint(): string {
  const hash = createHash('sha256');
  for (const path of sourcePaths())
    hash.update(path).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex').slice(0, 16);
}

function forgetOldBuilds(): void {
  const builds = readdirSync(BUILDS)
    .filter((name) => /^[0-9a-f]{16}$/.test(name))
    .map((name) => ({ name, builtAtMs: statSync(`${BUILDS}/${name}`).mtimeMs }))
    .sort((one, other) => other.builtAtMs - one.builtAtMs);
  for (const { name } of builds.slice(KEPT_BUILDS)) {
    rmSync(`${BUILDS}/${name}`, { recursive: true, force: true });
  }
}

/** Runs a script with this very Node: the one on PATH may be too old for wrangler. */
function run(parameters: readonly string[]): Promise<void> {
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, parameters, {
      stdio: ['ignore', 'pipe', 'pipe'],
      // What tests run is what is deployed: React, for one, is another under another NODE_ENV.
      env: {
        ...process.env,
        NODE_ENV: 'production',
        WRANGLER_SEND_METRICS: 'false',
        CI: 'true',
      },
    });
    let printed = '';
    child.stdout.on('data', (text) => {
      printed += text;
    });
    child.stderr.on('data', (text) => {
      printed += text;
    });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? done() : reject(new Error(`${parameters.join(' ')}\n${printed}`)),
    );
  });
}
