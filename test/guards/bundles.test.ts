import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KEYS_AT_HAND } from '@laurel/i18n/keys-at-hand';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { overBudget, type Weight, weights } from '../../development/budgets.ts';
import { build, bundle } from '../../development/build.ts';
import { WORKERS } from '../../development/workers.ts';
import { messagesAtHand, messagesIn } from '../support/shipped-messages.ts';
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

const READING = ['desk', 'verifier'] as const;

test.each(READING)(
  '%s has at hand what a refusal needs, and reads what it says: all that, and no more',
  (worker) => {
    const ofOthers = { desk: 'verify-title', verifier: 'sheets-award-title' } as const;
    const own = { desk: 'sheets-award-title', verifier: 'verify-title' } as const;
    const atHand = Object.entries(messagesAtHand(worker)).map(([language, file]) => {
      const { '@metadata': _, ...texts } = file;
      return [language, Object.keys(texts)] as const;
    });
    const all = Object.keys(messagesIn(worker, 'en'));

    for (const [language, keys] of atHand) {
      expect(KEYS_AT_HAND, language).toEqual(expect.arrayContaining(keys));
      expect(Object.keys(messagesIn(worker, language)), language).toEqual(all);
      expect(all).toEqual(expect.arrayContaining(keys));
    }
    expect(all).toContain(own[worker]);
    expect(all).not.toContain(ofOthers[worker]);
    const [long = ''] = Object.entries(messagesIn(worker, 'en')).flatMap(([key, text]) =>
      text.length > 80 && !KEYS_AT_HAND.some((one) => one === key) ? [text] : [],
    );
    expect(long).not.toBe('');
    const shipped = readdirSync(`${readable}/laurel-${worker}`).filter(
      (file) => !/\.map$/.test(file),
    );
    for (const file of shipped) {
      expect(readFileSync(`${readable}/laurel-${worker}/${file}`, 'utf8')).not.toContain(long);
    }
  },
);

test.each(READING)('%s has at hand all that its refusals say', (worker) => {
  const named = Object.keys(messagesIn(worker, 'en'));
  const wanted = KEYS_AT_HAND.filter((key) => named.includes(key));

  for (const [language, file] of Object.entries(messagesAtHand(worker))) {
    expect(Object.keys(file), language).toEqual(['@metadata', ...wanted]);
  }
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
