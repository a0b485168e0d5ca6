import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { build } from '../../development/build.ts';

let bundles: string;
beforeAll(async () => {
  bundles = await build();
});

function bundleOf(worker: string): string {
  return readFileSync(`${bundles}/${worker}/index.js`, 'utf8');
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
