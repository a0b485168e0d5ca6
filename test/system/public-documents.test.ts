import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
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

describe('what a browser on another site may do', () => {
  test('ask before it sends JSON to be verified, and be told that it may', async () => {
    const answer = await fetch(`${laurel.url}/api/verify`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://school.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });

    expect(answer.status).toBe(204);
    expect(await answer.text()).toBe('');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-allow-methods')).toBe('POST');
    expect(answer.headers.get('access-control-allow-headers')).toBe('content-type');
    expect(answer.headers.get('access-control-max-age')).toBe('86400');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
  });

  test.each([
    { title: 'a verdict', body: () => JSON.stringify({ url: page }), status: 200 },
    { title: 'a refusal', body: () => '{"url":', status: 400 },
  ])('read $title', async ({ body, status }) => {
    const answer = await fetch(`${laurel.url}/api/verify`, {
      method: 'POST',
      headers: { origin: 'https://school.example', 'content-type': 'application/json' },
      body: body(),
    });

    expect(answer.status).toBe(status);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  });
});

const Signed = z.object({
  credentialStatus: z.object({ statusListCredential: z.string() }),
  credentialSubject: z.object({ achievement: z.object({ id: z.string() }) }),
});

describe('verifiers that run in a page of any site', () => {
  const read = (path: string, method = 'GET') =>
    fetch(path.startsWith('http') ? path : `${laurel.url}${path}`, {
      method,
      headers: {
        origin: 'https://school.example',
        accept: 'application/json',
        ...(method === 'OPTIONS'
          ? {
              'access-control-request-method': 'GET',
              'access-control-request-headers': 'accept,cache-control',
            }
          : {}),
      },
    });
  const addresses = async () => {
    const { credentialStatus, credentialSubject } = Signed.parse(
      await (await read(`${page}.json`)).json(),
    );
    const issuer = `/issuers/${laurel.issuer}`;
    return [
      ...[page, `${page}.json`, `${page}.jwt`, `${page}.jwt?profile=vc-jose`],
      ...[`${page}.png`, `${page}.svg`, `${page}.pdf`],
      ...[issuer, `${issuer}/did.json`, `${issuer}/jwks.json`, `${issuer}/keys.json`],
      ...['/.well-known/did.json', '/.well-known/keys.json', '/log/checkpoint'],
      ...['/api/openapi.json', '/c/k3TqV9wZ2mBc7XrLp.json'],
      ...[credentialStatus.statusListCredential, credentialSubject.achievement.id],
    ];
  };

  test('may read every public document that they need, and what is refused', async () => {
    for (const address of await addresses()) {
      const { headers } = await read(address);
      expect(headers.get('access-control-allow-origin'), address).toBe('*');
      expect(headers.get('access-control-allow-credentials'), address).toBeNull();
      expect(headers.get('set-cookie'), address).toBeNull();
    }
  });

  test('are told so where they ask before, without anything being looked up', async () => {
    for (const address of await addresses()) {
      const answer = await read(address, 'OPTIONS');
      expect(answer.status, address).toBe(204);
      expect(answer.headers.get('access-control-allow-origin'), address).toBe('*');
      expect(answer.headers.get('access-control-allow-methods'), address).toBe('GET,HEAD');
      expect(answer.headers.get('access-control-allow-headers'), address).toContain(
        'cache-control',
      );
    }
  });

  test('read nothing of what belongs to somebody', async () => {
    for (const path of ['/me', '/desk', '/api/v1/openapi.json', '/login']) {
      const { headers } = await read(path);
      expect(headers.get('access-control-allow-origin'), path).toBeNull();
    }
  });
});

describe('an achievement by its slug', () => {
  const SLUG = 'training-workshop-participation';

  test('leads to its newest version, in the language that was asked for', async () => {
    const answer = await fetch(`${laurel.url}/achievements/${SLUG}?uselang=ar`, {
      redirect: 'manual',
    });

    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe(`${new URL(achievement).pathname}?uselang=ar`);
    const followed = await fetchJson(`${laurel.url}/achievements/${SLUG}`);
    expect(followed.id).toBe(achievement);
  });

  test('leads to a version that was published since', async () => {
    await publishAgain(laurel.issuer, '2', 'newerVersion');

    const answer = await fetch(`${laurel.url}/achievements/${SLUG}`, { redirect: 'manual' });

    expect(answer.headers.get('location')).toBe('/achievements/newerVersion');
  });

  test.each(['no-such-achievement', '%27', ''])('%j is unknown', async (slug) => {
    const answer = await fetch(`${laurel.url}/achievements/${slug}`);

    expect(answer.status).toBe(404);
    await expectProblem(answer, { reason: 'page_unknown' });
  });

  test('is unknown where two issuers have published that slug', async () => {
    await publishAgain(TEST_ISSUER.slug, '1', 'anotherIssuers');

    const answer = await fetch(`${laurel.url}/achievements/${SLUG}`, { redirect: 'manual' });

    expect(answer.status).toBe(404);
    await expectProblem(answer, { reason: 'page_unknown' });
  });

  /** The catalogue has one version of each, and one issuer has them. */
  async function publishAgain(issuer: string, version: string, id: string): Promise<void> {
    const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-verifier');
    await store
      .prepare(
        `insert into published_achievements (id, issuer, slug, version, facts)
          select ?, ?, slug, ?, facts from published_achievements where id = ?`,
      )
      .bind(id, issuer, version, new URL(achievement).pathname.split('/').at(-1))
      .run();
  }
});

test('a JWT in a profile that there is not is refused, and the one that there is named', async () => {
  const answer = await fetch(`${page}.jwt?profile=nope`);

  expect(answer.status).toBe(422);
  const { detail } = await expectProblem(answer, { reason: 'request_invalid' });
  expect(detail).toContain('“profile”');
  expect(detail).toContain('“vc-jose”');
});

test.each(['PUT', 'DELETE', 'POST', 'OPTIONS'])('%s /health is answered 405', async (method) => {
  const answer = await fetch(`${laurel.url}/health`, { method });

  expect(answer.status).toBe(405);
  expect(answer.headers.get('allow')).toBe('GET, HEAD');
  await expectProblem(answer, { reason: 'method_not_allowed' });
});

test('GET and HEAD /health are answered as long as all is well', async () => {
  await laurel.runtime.tick();
  for (const method of ['GET', 'HEAD']) {
    expect((await fetch(`${laurel.url}/health`, { method })).status).toBe(200);
  }
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
