import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCredential } from '../support/awarding.ts';
import { aHeldCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aCollection, switchLink } from '../support/showing.ts';

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

/** Every public page and file that leads to a person’s credential. */
async function pagesOf(username: string): Promise<readonly string[]> {
  const { id, session } = await aHeldCredential(laurel, username);
  await switchLink(session, id, 'on');
  const collection = await aCollection(session, [id]);
  return [
    ...['', '.json', '.jwt', '.pdf', '.png', '.svg', '.bundle.json'].map((end) => `/c/${id}${end}`),
    ...['certificate', 'embed', 'social.png'].map((part) => `/c/${id}/${part}`),
    `/collections/${collection}`,
    `/user-badges?username=${encodeURIComponent(username)}`,
  ];
}

const OTHERS = ['/', '/verify', '/scan', '/api/reference', '/problems', '/nothing'];

async function opened(path: string) {
  return fetch(`${laurel.url}${path}`, { headers: { accept: 'text/html' } });
}

test('no cache keeps, no search lists and no other site is told what leads to a person', async () => {
  for (const path of await pagesOf('Halima of Gombe')) {
    const { status, headers } = await opened(path);
    expect([path, status]).toEqual([path, 200]);
    expect([path, headers.get('cache-control')]).toEqual([path, 'private, no-store']);
    expect([path, headers.get('x-robots-tag')]).toEqual([path, 'noindex, nofollow']);
    expect(['same-origin', 'no-referrer']).toContain(headers.get('referrer-policy'));
  }
});

test('every page is kept out of search, says nothing to other sites and loads nothing of theirs', async () => {
  const { page } = await aCredential(laurel);
  const issuer = `/issuers/${laurel.issuer}`;
  const ofHolder = await pagesOf('Safiya of Bauchi');
  for (const path of [...ofHolder, new URL(page).pathname, issuer, ...OTHERS]) {
    const answer = await opened(path);
    expect([path, answer.headers.get('x-robots-tag')]).toEqual([path, 'noindex, nofollow']);
    if (!(answer.headers.get('content-type') ?? '').startsWith('text/html')) continue;
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await answer.text();
    for (const [tag, address = ''] of html.matchAll(
      /<(?:img|script|link|iframe|source|video|audio|object|embed)\b[^>]*?(?:src|href|data)="([^"]*)"[^>]*>/g,
    )) {
      const { origin } = new URL(address, laurel.origin);
      expect([path, tag, [laurel.origin, 'null'].includes(origin)]).toEqual([path, tag, true]);
    }
    for (const [tag, address = ''] of html.matchAll(/<a\b[^>]*?href="(https?:[^"]*)"[^>]*>/g)) {
      if (new URL(address).origin === laurel.origin) continue;
      expect([path, tag]).toEqual([path, expect.stringMatching(/rel="[^"]*noreferrer/)]);
    }
  }
});

test('there is no site map and no list of people, and robots are sent away from all but shared links', async () => {
  const robots = await (await opened('/robots.txt')).text();
  expect(robots).not.toMatch(/sitemap/i);
  expect(robots).not.toContain('/collections');
  expect(robots).toMatch(/User-agent: \*\nDisallow: \/\n/);
  for (const path of ['/sitemap.xml', '/c', '/c/', '/collections', '/collections/', '/people']) {
    expect([path, (await opened(path)).status]).toEqual([path, 404]);
  }
});
