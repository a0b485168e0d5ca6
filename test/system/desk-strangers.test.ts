import { afterAll, beforeAll, expect, test } from 'vitest';
import { deskRoutes } from '../../services/desk/src/desk-routes.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { anotherIssuer } from '../support/members.ts';
import { signedIn } from '../support/stored-sessions.ts';

const NO_ISSUER = 'group-that-is-not';

let laurel: Laurel;
let memberElsewhere: BrowserSession;
let stranger: BrowserSession;
beforeAll(async () => {
  laurel = await startLaurel();
  memberElsewhere = await anotherIssuer(laurel, 'elsewhere', 'Ebele from Elsewhere');
  stranger = await signedIn(laurel, 'Stranger at the Door');
});
afterAll(() => laurel.stop());

const pagesOfIssuers = deskRoutes.routes
  .filter(({ path }) => path.startsWith('/issuers/:slug'))
  .flatMap(({ path, method }) => (method === 'GET' || method === 'POST' ? [{ path, method }] : []));

/** What is seen of an address, but for what is the address's own or the reader's. */
async function seen(
  session: BrowserSession,
  { path, method }: { path: string; method: string },
  slug: string,
) {
  const filled = `/desk${path.replace(':slug', slug).replaceAll(/:\w+(\{[^}]*\})?/g, 'one')}`;
  const answer = await (method === 'GET' ? session.get(filled) : session.post(filled));
  const text = (await answer.text())
    .replaceAll(slug, 'SLUG')
    .replaceAll(/(Ebele from Elsewhere|Stranger at the Door)/g, 'READER');
  return { status: answer.status, text };
}

test('every page of an issuer’s desk is found here', () => {
  expect(pagesOfIssuers.length).toBeGreaterThan(30);
});

test.each(pagesOfIssuers)(
  '$method $path answers a member of another issuer like a stranger, and as if there were no such issuer',
  async (route) => {
    const ofAnother = await seen(memberElsewhere, route, laurel.issuer);

    expect(ofAnother.status).toBe(404);
    expect(ofAnother).toEqual(await seen(stranger, route, laurel.issuer));
    expect(ofAnother).toEqual(await seen(memberElsewhere, route, NO_ISSUER));
  },
);

test.each(pagesOfIssuers.filter(({ method }) => method === 'POST'))(
  '$path takes no form from another site’s page',
  async ({ path }) => {
    const filled = `/desk${path.replace(':slug', 'elsewhere').replaceAll(/:\w+/g, 'one')}`;
    const answer = await memberElsewhere.post(
      filled,
      {},
      { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
    );
    expect(answer.status).toBe(403);
  },
);

test.each(pagesOfIssuers.filter(({ method }) => method === 'GET'))(
  '$path is shown in no frame and kept in no shared cache',
  async ({ path }) => {
    const filled = `/desk${path.replace(':slug', 'elsewhere').replaceAll(/:\w+/g, 'one')}`;
    const answer = await memberElsewhere.get(filled);
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(answer.headers.get('cache-control')).toMatch(/no-store|private/);
  },
);
