import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { errorOf, foreignWallet } from '../support/wallet.ts';

const ISSUER = '/.well-known/openid-credential-issuer';
const SERVER = '/.well-known/oauth-authorization-server';
const LANGUAGES = readdirSync('i18n')
  .flatMap((file) => /^(.+)\.json$/.exec(file)?.[1] ?? [])
  .filter((language) => language !== 'qqq')
  .sort();

const Display = z.array(
  z.looseObject({ name: z.string().min(1), locale: z.string(), logo: z.unknown() }),
);
const Claim = z.object({
  path: z.array(z.union([z.string(), z.number(), z.null()])).nonempty(),
  mandatory: z.literal(true).optional(),
  display: z.array(z.strictObject({ name: z.string().min(1), locale: z.string() })),
});
const Metadata = z.object({
  credential_issuer: z.string(),
  display: Display,
  credential_configurations_supported: z.record(
    z.string(),
    z.looseObject({
      display: Display,
      credential_metadata: z.object({ display: Display, claims: z.array(Claim) }),
    }),
  ),
});

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

const ask = (path: string, init?: RequestInit) => fetch(laurel.url + path, init);

test('everything that a wallet shows is there once in every language of the pages', async () => {
  const metadata = Metadata.parse(await (await ask(ISSUER)).json());
  const configurations = Object.values(metadata.credential_configurations_supported);
  const displays = [
    metadata.display,
    ...configurations.flatMap(({ display, credential_metadata: { display: final, claims } }) => [
      display,
      final,
      ...claims.map(({ display: ofClaim }) => ofClaim),
    ]),
  ];

  expect(configurations).toHaveLength(2);
  expect(displays.length).toBeGreaterThan(20);
  for (const display of displays) {
    expect(display.map(({ locale }) => locale).sort()).toEqual(LANGUAGES);
  }
  for (const { credential_metadata: words } of configurations) {
    const names = words.display.map(({ name }) => name);
    expect(new Set(names).size).toBe(LANGUAGES.length);
  }
});

test('the logo is served by us, and is the same for everybody', async () => {
  const metadata = Metadata.parse(await (await ask(ISSUER)).json());
  const uris = [...JSON.stringify(metadata).matchAll(/"uri":"([^"]+)"/g)].map(([, uri]) => uri);
  expect([...new Set(uris)]).toEqual([`${laurel.origin}/favicon.svg`]);
  const logo = await ask('/favicon.svg');
  expect([logo.status, logo.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
});

test('a wallet that is not ours reads both documents, and takes both forms for known', async () => {
  const wallet = foreignWallet(laurel);
  const read = await wallet.resolveIssuerMetadata(laurel.origin);
  expect(Object.keys(read.knownCredentialConfigurations)).toEqual([
    'open_badge_ldp_vc',
    'open_badge_jwt_vc_json',
  ]);
  expect(read.authorizationServers).toMatchObject([
    {
      token_endpoint: `${laurel.origin}/wallet/token`,
      'pre-authorized_grant_anonymous_access_supported': true,
    },
  ]);
});

test.each([ISSUER, SERVER])('%s is cached, answers HEAD and no other method', async (path) => {
  const answer = await ask(path, { headers: { accept: 'text/html' } });
  expect(answer.headers.get('content-type')).toBe('application/json');
  expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
  const etag = answer.headers.get('etag') ?? '';
  expect((await ask(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
  expect(await (await ask(`${path}/`)).text()).toBe(await answer.text());
  const head = await ask(path, { method: 'HEAD' });
  expect([head.status, head.headers.get('etag')]).toEqual([200, etag]);
  for (const method of ['POST', 'PUT', 'DELETE']) {
    const refused = await ask(path, { method });
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect(await errorOf(refused)).toBe('invalid_request');
  }
});

test.each([
  ['an issuer with a path', `${ISSUER}/issuers/somebody`],
  ['a server with a path', `${SERVER}/issuers/somebody`],
  ['OpenID Connect', '/.well-known/openid-configuration'],
])('%s is not there, which wallets on other sites read too', async (_, path) => {
  const headers = { accept: 'text/html', origin: 'https://wallet.example' };
  const answer = await ask(path, { headers });
  expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([404, '*']);
  expect(await errorOf(answer)).toBe('not_found');
});
