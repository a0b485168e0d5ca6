import { readFileSync } from 'node:fs';
import { CHECK_NAMES } from '@laurel/core/verdict';
import { beforeAll, expect, test } from 'vitest';
import { build } from '../../development/build.ts';
import { findingsOf } from '../../services/verifier/src/api/findings.ts';
import { openApi } from '../../services/verifier/src/api/openapi.ts';

const description: unknown = openApi('https://laurel.example');
const { paths, components } = Object(description);

/** Only there once everything is made that the Worker carries. */
let routes: readonly { readonly method: string; readonly path: string }[];
beforeAll(async () => {
  await build();
  const { createApp } = await import('../../services/verifier/src/app.ts');
  ({ routes } = createApp(() => 0));
});

/** Pages and pictures that are for people alone. */
const FOR_PEOPLE = new Set([
  'GET /',
  'GET /verify',
  'POST /verify',
  'GET /verify/scan',
  'GET /verify/offline.html',
  'GET /scripts/:file',
  'GET /c/:id/embed',
  'GET /problems',
  'GET /problems/:reason',
  'GET /fonts/:file',
  'GET /robots.txt',
  'GET /favicon.svg',
  'GET /c/:id/social.png',
  'GET /c/:id/certificate',
  'GET /issuers/:slug/logo',
  'GET /issuers/:slug/seats',
  'GET /issuers/:slug/seats.atom',
  'GET /kept',
  'GET /kept/worker.js',
  'GET /kept/manifest.webmanifest',
]);

/** Routes of VC-API that the desk answers: an API is described in one place. */
const THE_DESKS = ['POST /vc-api/credentials/issue', 'POST /vc-api/credentials/status'];

/** One route answers for the forms of a credential, by the end of its address. */
function routeOf(path: string): string {
  return /^\/c\/\{id\}(?!\/)/.test(path) ? '/c/:name' : path.replaceAll(/\{(\w+)\}/g, ':$1');
}

test('every route for programs is described, and nothing else is', () => {
  const described = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(Object(operations)).map((method) => `${method.toUpperCase()} ${routeOf(path)}`),
  );
  const routed = routes
    .filter(({ method }) => method !== 'ALL')
    .map(
      ({ method, path }) =>
        `${method} ${path.length > 1 ? path.replace(/\/$/, '').replaceAll(/\{[^}]*\}/g, '') : path}`,
    )
    .filter((route) => !FOR_PEOPLE.has(route));

  expect(routed.length).toBeGreaterThan(10);
  expect([...new Set(described)].sort()).toEqual([...new Set([...routed, ...THE_DESKS])].sort());
});

test('every schema that the description names is in it', () => {
  const named = [...JSON.stringify(description).matchAll(/#\/components\/schemas\/(\w+)/g)];

  expect(named.length).toBeGreaterThan(10);
  expect(
    named.map(([, name = '']) => name).filter((name) => !(name in components.schemas)),
  ).toEqual([]);
});

test('every finding that has a sentence is one of verification', () => {
  const words = readFileSync('packages/core/src/verdict.ts', 'utf8');
  for (const check of CHECK_NAMES) {
    const findings = findingsOf(check);
    expect(findings.length, check).toBeGreaterThan(1);
    expect(
      findings.filter((finding) => !words.includes(`'${finding}'`)),
      check,
    ).toEqual([]);
  }
});
