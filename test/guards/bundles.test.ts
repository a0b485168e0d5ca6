import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { overBudget, type Weight, weights } from '../../development/budgets.ts';
import { build, bundle } from '../../development/build.ts';
import { WORKERS } from '../../development/workers.ts';
import { sourceFiles } from '../support/source-files.ts';

const RENDERER = 'laurel-renderer';

/** Everything twice, on a machine that is busy. */
const MAX_BUILD_MS = 400_000;

/** The same code as is deployed, with its names. */
const readable = mkdtempSync(join(tmpdir(), 'laurel-readable-'));
let weighed: readonly Weight[];
beforeAll(async () => {
  weighed = weights(await build());
  const read = WORKERS.filter(({ name }) => name !== RENDERER);
  await Promise.all(
    read.map(({ name, config }) => bundle(config, join(readable, name), ['--minify=false'])),
  );
}, MAX_BUILD_MS);
afterAll(() => rmSync(readable, { recursive: true }));

function bundleOf(worker: string): string {
  return readFileSync(`${readable}/${worker}/index.js`, 'utf8');
}

test.each([
  {
    worker: 'laurel-verifier',
    why: 'it must not be able to sign, to unseal a key or to know a person',
    forbidden: [
      'SignJWT',
      'withDataIntegrityProof',
      'withJcsProof',
      'signedJwt',
      'signedNote',
      'unseal',
      'sealed_keys',
      // Of the platform: a library for keys of 2020 brings a function of its own with a like name along.
      'subtle.generateKey',
      'env.PRIVATE',
      'account_id',
    ],
  },
  {
    worker: 'laurel-desk',
    why: 'it must not be able to sign or to unseal a key',
    forbidden: ['SignJWT', 'withDataIntegrityProof', 'unseal', 'sealed_keys', 'env.PUBLIC'],
  },
  {
    worker: 'laurel-signer',
    why: 'it parses no HTTP and renders nothing',
    forbidden: ['node_modules/hono/', 'node_modules/react/'],
  },
  {
    worker: 'laurel',
    why: 'the front door only forwards',
    forbidden: ['D1', 'drizzle', 'jose', 'node_modules/hono/'],
  },
])('$worker ships none of $forbidden: $why', ({ worker, forbidden }) => {
  const code = bundleOf(worker);

  expect(forbidden.filter((name) => code.includes(name))).toEqual([]);
});

test('the signer has no fetch handler and calls no fetch', () => {
  const own = bundleOf('laurel-signer')
    .split(/^\/\/ (?=\S+\.(?:ts|js|mjs|json)$)/m)
    .filter((module) => /^(?:src|\.\.\/\.\.\/packages)\//.test(module))
    .join('');

  expect(own.length).toBeGreaterThan(10_000);
  expect(own).toContain('extends WorkerEntrypoint');
  expect(own).not.toMatch(/\bfetch\s*\(/);
});

test.each(WORKERS)('$name is within its budget, which leaves it little room', ({ name }) => {
  const weight = weighed.find(({ worker }) => worker === name);

  expect(weight?.gzippedKib).toBeLessThanOrEqual(weight?.budgetKib ?? 0);
  expect(weight?.gzippedKib).toBeGreaterThan(0.5 * (weight?.budgetKib ?? Number.POSITIVE_INFINITY));
});

test('a Worker over its budget is named, with its weight', () => {
  const [first, ...others] = weighed;
  if (first === undefined) throw new Error('there are Workers');

  expect(overBudget([{ ...first, gzippedKib: 1.26, budgetKib: 1.25 }, ...others])).toEqual([
    'laurel weighs 1.3 KiB gzipped, and may weigh 1.25 (development/budgets.ts)',
  ]);
});

test('zod is imported as a namespace, or each Worker ships its messages in fifty languages', () => {
  const whole = sourceFiles().filter((file) =>
    /^import \{[^}]*\bz\b[^}]*\} from 'zod'/m.test(readFileSync(file, 'utf8')),
  );

  expect(whole).toEqual([]);
});
