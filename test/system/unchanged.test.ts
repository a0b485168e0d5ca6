import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCredential } from '../support/awarding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';

let laurel: Laurel;
let page: string;
let status: string;
let achievement: string;
let files: readonly string[];

beforeAll(async () => {
  laurel = await startLaurel();
  ({ page } = await aCredential(laurel));
  await laurel.runtime.tick();
  const { credentialStatus, credentialSubject } = JSON.parse(
    await (await fetch(`${page}.json`)).text(),
  );
  status = new URL(credentialStatus.statusListCredential).pathname;
  achievement = new URL(credentialSubject.achievement.id).pathname;
  const certificate = await (await fetch(`${page}/certificate`)).text();
  const scan = await (await fetch(`${laurel.url}/verify/scan`)).text();
  files = [
    ...new Set(`${certificate}${scan}`.match(/\/(?:fonts|scripts)\/[\w.-]+\.(?:woff2|js)/g) ?? []),
  ];
});
afterAll(() => laurel.stop());

const KINDS = ['text/html', 'application/json', '*/*'];

test('whatever may be kept answers 304 without a body to who has it, in each form, and 200 to who has another', async () => {
  const issuer = `/issuers/${laurel.issuer}`;
  expect(files.some((file) => file.startsWith('/fonts/'))).toBe(true);
  expect(files.some((file) => file.startsWith('/scripts/'))).toBe(true);
  const paths = [
    status,
    achievement,
    issuer,
    `${issuer}/did.json`,
    `${issuer}/jwks.json`,
    `${issuer}/keys.json`,
    '/.well-known/did.json',
    '/.well-known/keys.json',
    '/log/tile/0/000.p/1',
    '/log/tile/entries/000.p/1',
    '/api/openapi.json',
    '/api/reference',
    '/api/v1/openapi.json',
    '/api/v1/reference',
    '/verify/offline.html',
    '/kept/worker.js',
    '/kept/manifest.webmanifest',
    '/robots.txt',
    '/favicon.svg',
    ...files,
  ];
  for (const path of paths) {
    for (const accept of KINDS) {
      const ask = (etag: string) =>
        fetch(`${laurel.url}${path}`, { headers: { accept, 'if-none-match': etag } });
      const first = await ask('"another"');
      const etag = first.headers.get('etag') ?? '';
      const body = await first.arrayBuffer();
      const again = await ask(etag);
      const weak = await ask(`"another", W/${etag}`);

      expect(first.status, path).toBe(200);
      expect(body.byteLength, path).toBeGreaterThan(0);
      expect(etag, path).toMatch(/^"[0-9a-f]{64}"$/);
      expect([again.status, weak.status], path).toEqual([304, 304]);
      expect(await again.text(), path).toBe('');
      expect(again.headers.get('etag'), path).toBe(etag);
      expect(again.headers.get('cache-control'), path).toMatch(/^public, max-age=/);
      await weak.arrayBuffer();
    }
  }
});

test('nothing below /c may be kept, or is answered by a tag', async () => {
  for (const end of ['', '.json', '.jwt', '/embed', '/certificate', '/endorsements']) {
    const first = await fetch(`${page}${end}`);
    const any = await fetch(`${page}${end}`, { headers: { 'if-none-match': '*' } });

    expect(first.headers.get('etag'), end).toBeNull();
    expect(first.headers.get('cache-control'), end).toBe('private, no-store');
    expect(any.status, end).toBe(200);
    await Promise.all([first.arrayBuffer(), any.arrayBuffer()]);
  }
});

test('an issuer that changes what it is called is another answer at once, also to who has the old one', async () => {
  const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
  for (const path of ['', '/did.json']) {
    const url = `${laurel.url}/issuers/${laurel.issuer}${path}`;
    const headers = { accept: path === '' ? 'text/html' : 'application/json' };
    const before = await fetch(url, { headers });
    await before.arrayBuffer();
    const etag = before.headers.get('etag') ?? '';
    await store
      .prepare(
        `update issuers set names = json_set(names, '$.en', 'Renamed Wikimedians') where slug = ?`,
      )
      .bind(laurel.issuer)
      .run();

    const after = await fetch(url, { headers: { ...headers, 'if-none-match': etag } });

    // A did.json says nothing of names: it is the same.
    expect(after.status).toBe(path === '' ? 200 : 304);
    if (path === '') expect(await after.text()).toContain('Renamed Wikimedians');
  }
});
