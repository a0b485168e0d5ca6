// Plain JavaScript for any Node from 20 on, without dependencies: installs what the lockfile says when
// it is missing or out of date. npm puts node_modules/.bin first on PATH, so that the script that npm
// runs after this one finds the Node 24 that was installed here.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const STAMP = 'node_modules/.laurel-stamp';
const NODE = 'node_modules/.bin/node';

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 20) fail(`Laurel needs Node 20 or newer to begin with; this is ${process.version}.`);

const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
const installed =
  existsSync(STAMP) &&
  readFileSync(STAMP, 'utf8') === wanted &&
  spawnSync(NODE, ['-v']).status === 0;

if (!installed) {
  console.log('Installing what package-lock.json says (once)…');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) fail(npm.stderr || 'npm ci did not run.');
  if (spawnSync(NODE, ['-v']).status !== 0) {
    fail(
      'Node 24 was not installed: npm must be allowed to run install scripts (ignore-scripts=false).',
    );
  }
  writeFileSync(STAMP, wanted);
}

function fail(reason) {
  console.error(reason.trim());
  process.exit(1);
}
