import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCredential, revoke } from '../support/awarding.ts';
import { type Laurel, startLaurel, TEST_ISSUER } from '../support/laurel.ts';
import { expectProblem } from '../support/problem.ts';
import { fetchJson } from '../support/stranger.ts';

let laurel: Laurel;
let page: string;
let statusList: string;
let achievement: string;

type Credential = {
  readonly credentialStatus: { readonly statusListCredential: string };
  readonly credentialSubject: { readonly achievement: { readonly id: string } };
};

beforeAll(async () => {
  laurel = await startLaurel();
  ({ page } = await aCredential(laurel));
  const credential = (await (await fetch(`${page}.json`)).json()) as Credential;
  statusList = credential.credentialStatus.statusListCredential;
  achievement = credential.credentialSubject.achievement.id;
});
afterAll(() => laurel.stop());

describe('caches', () => {
  test.each(['', '.json', '.jwt', '.pdf', '.png', '.svg'])(
    '/c/{id}%s is kept by nobody',
    async (form) => {
      const answer = await fetch(`${page}${form}`);

      expect(answer.headers.get('cache-control')).toBe('private, no-store');
      expect(answer.headers.get('x-robots-tag')).toContain('noindex');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    },
  );

  test('did.json, keys, status lists, achievements and issuers answer 304 to who has them', async () => {
    const issuer = `${laurel.url}/issuers/${laurel.issuer}`;
    const urls = [
      `${issuer}/did.json`,
      `${issuer}/jwks.json`,
      `${issuer}/keys.json`,
      `${laurel.url}/.well-known/did.json`,
      statusList,
      achievement,
      issuer,
    ];
    for (const url of urls) {
      const first = await fetch(url);
      const etag = first.headers.get('etag') ?? '';
      const again = await fetch(url, { headers: { 'if-none-match': etag } });

      expect(first.status, url).toBe(200);
      expect(etag, url).toMatch(/^"/);
      expect(first.headers.get('cache-control'), url).toContain('max-age=');
      expect(again.status, url).toBe(304);
      expect(await again.text(), url).toBe('');
    }
  });

  test('a status list is kept for five minutes, and shows a revocation at once', async () => {
    const before = await fetch(statusList);
    const { award } = await aCredential(laurel);

    await revoke(laurel, award, { reason: 'duplicate' });

    const after = await fetch(statusList, {
      headers: { 'if-none-match': before.headers.get('etag') ?? '' },
    });
    expect(before.headers.get('cache-control')).toContain('max-age=300');
    expect(after.status).toBe(200);
  });
});

describe('content negotiation', () => {
  test.each([
    { accept: 'application/json', type: 'application/json' },
    { accept: 'application/vc', type: 'application/vc' },
    { accept: '*/*', type: 'application/vc' },
    { accept: 'application/vc, application/json;q=0.5', type: 'application/vc' },
  ])('a status list asked for as $accept is $type', async ({ accept, type }) => {
    const answer = await fetch(statusList, { headers: { accept } });

    expect(answer.headers.get('content-type')).toContain(type);
    expect(await answer.json()).toMatchObject({
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    });
  });

  test('a credential’s address is a page for a browser and the credential for a program', async () => {
    const browser = await fetch(page, { headers: { accept: 'text/html,*/*;q=0.8' } });
    const program = await fetch(page, { headers: { accept: 'application/json' } });

    expect(browser.headers.get('content-type')).toContain('text/html');
    expect(await program.text()).toBe(await (await fetch(`${page}.json`)).text());
  });

  test('the SVG is sandboxed', async () => {
    const answer = await fetch(`${page}.svg`);

    expect(answer.headers.get('content-type')).toContain('image/svg+xml');
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  });
});

describe('did.json', () => {
  test('lists absolute ids as strings, a Multikey and JsonWebKeys, and no private part', async () => {
    const document = await fetchJson(`${laurel.url}/issuers/${laurel.issuer}/did.json`);

    const methods = document.verificationMethod as Record<string, unknown>[];
    expect(document.assertionMethod).toEqual(methods.map(({ id }) => id));
    for (const { id, controller } of methods) {
      expect(id).toContain(`${controller}#`);
      expect(controller).toBe(document.id);
    }
    expect(methods.map(({ type }) => type).sort()).toEqual([
      'JsonWebKey',
      'JsonWebKey',
      'Multikey',
    ]);
    expect(JSON.stringify(document)).not.toMatch(/"(?:d|p|q|dp|dq|qi|expires|revoked)":/);
  });

  test('of the service holds the root key that signs the histories of keys', async () => {
    const service = await fetchJson(`${laurel.url}/.well-known/did.json`);
    const history = await fetchJson(`${laurel.url}/issuers/${laurel.issuer}/keys.json`);

    const { verificationMethod } = history.proof as { verificationMethod: string };
    expect(service.assertionMethod).toContain(verificationMethod);
    expect(history.keys).toHaveLength(2);
  });

  test('of nobody is unknown', async () => {
    const answer = await fetch(`${laurel.url}/issuers/nobody/did.json`);

    expect(answer.status).toBe(404);
  });
});

test('an issuer of kind test is called that on its page', async () => {
  const answer = await fetch(`${laurel.url}/issuers/${TEST_ISSUER.slug}`, {
    headers: { accept: 'text/html' },
  });

  expect(await answer.text()).toMatch(/test issuer/i);
});

test('an unknown path is a problem document for a program and a page for a browser', async () => {
  const program = await fetch(`${laurel.url}/nothing/here`);
  const browser = await fetch(`${laurel.url}/nothing/here`, { headers: { accept: 'text/html' } });

  expect(program.status).toBe(404);
  await expectProblem(program, { reason: 'page_unknown' });
  expect(browser.status).toBe(404);
  expect(browser.headers.get('content-type')).toContain('text/html');
});

test('every problem has a page that says what it is', async () => {
  const problem = await expectProblem(await fetch(`${laurel.url}/nothing/here`), {
    reason: 'page_unknown',
  });

  const page = await fetch(problem.type, { headers: { accept: 'text/html' } });

  expect(page.status).toBe(200);
  expect(await page.text()).toContain(problem.title);
});

test('robots are asked to stay away', async () => {
  expect(await (await fetch(`${laurel.url}/robots.txt`)).text()).toMatch(/Disallow: \//);
});
