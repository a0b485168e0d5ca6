import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { WORKERS } from './workers.ts';

const STAMP = 'build/stamp';

/** What ends up in a bundle, and what bundles it. */
const SOURCES = [
  'packages/*/src/**',
  'packages/*/package.json',
  'services/*/src/**',
  'services/*/*.{toml,json}',
  'i18n/*.json',
  'wrangler.toml',
  'package-lock.json',
  'scripts/prepare-renderer.ts',
];

/**
 * Bundles every Worker as it would be deployed, into `build/`, when a source changed since. Throws
 * with what wrangler printed when one does not build.
 */
export async function build(): Promise<void> {
  const wanted = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  rmSync('build', { recursive: true, force: true });
  await run(['scripts/prepare-renderer.ts']);
  await Promise.all(
    WORKERS.map(({ name, config }) =>
      run([
        'node_modules/wrangler/bin/wrangler.js',
        'deploy',
        '--dry-run',
        '--outdir',
        resolve('build', name),
        '--config',
        config,
      ]),
    ),
  );
  writeFileSync(STAMP, wanted);
}

function fingerprint(): string {
  const hash = createHash('sha256');
  const paths = globSync(SOURCES, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort();
  for (const path of paths) hash.update(path).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

/** Runs a script with this very Node: the one on PATH may be too old for wrangler. */
function run(parameters: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, parameters, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true' },
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
      code === 0 ? resolve() : reject(new Error(`${parameters.join(' ')}\n${printed}`)),
    );
  });
}
