import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { apiRoutes } from '../../services/desk/src/api/routes.ts';
import { anAwardRequest, award } from '../support/awarding.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember, anotherIssuer } from '../support/members.ts';
import { expectProblem } from '../support/problem.ts';
import { signedIn } from '../support/stored-sessions.ts';

const NO_ISSUER = 'group-that-is-not';
const CROSS_SITE = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };

let laurel: Laurel;
let member: BrowserSession;
let memberElsewhere: BrowserSession;
let stranger: BrowserSession;
/** Things of the demonstration issuer, by the word in front of their id in an address. */
let things: Readonly<Record<string, string>>;
beforeAll(async () => {
  laurel = await startLaurel();
  member = await aMember(laurel, 'Member of All', ['admin', 'awarder', 'reviewer']);
  memberElsewhere = await anotherIssuer(laurel, 'elsewhere', 'Ebele from Elsewhere');
  stranger = await signedIn(laurel, 'Stranger at the Door');
  const report = await award(laurel, anAwardRequest());
  const begun = await fetch(`${laurel.url}/api/v1/issuers/${laurel.issuer}/sheets`, {
    method: 'POST',
    headers: { authorization: `Bearer ${laurel.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'Ọlá of Ìbàdàn\n' }),
  });
  const { sheet } = z.object({ sheet: z.string() }).parse(await begun.json());
  things = { batches: report.batch, awards: report.recipients[0]?.award ?? '', sheets: sheet };
});
afterAll(() => laurel.stop());

type Route = { readonly path: string; readonly method: string };

const routes: readonly Route[] = apiRoutes.routes
  .filter(({ method, path }) => method !== 'ALL' && path !== '/openapi.json')
  .map(({ method, path }) => ({ method, path }));
const ofIssuers = routes.filter(({ path }) => path.startsWith('/issuers/:slug'));
const ofThings = routes.filter(({ path }) => /^\/(?:batches|awards|sheets)\/:id/.test(path));

/** Calls a route, its places filled, with the cookies of a session or another credential. */
function call(
  { path, method }: Route,
  slug: string,
  who: BrowserSession | { readonly token: string },
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const filled = path
    .replace(':slug', slug)
    .replace(/^\/(\w+)\/:id/, (_, word: string) => `/${word}/${things[word] ?? 'one'}`)
    .replaceAll(/:\w+/g, 'one');
  const credential =
    'token' in who
      ? { authorization: `Bearer ${who.token}` }
      : { cookie: [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
  return fetch(`${laurel.url}/api/v1${filled}`, {
    method,
    headers: { ...credential, 'content-type': 'application/json', ...headers },
    ...(method === 'GET' ? {} : { body: '{}' }),
  });
}

/** What is seen of an answer, but for the address's own. */
async function seen(answer: Promise<Response>, slug: string) {
  const { status } = await answer;
  return { status, text: (await (await answer).text()).replaceAll(slug, 'SLUG') };
}

test('every route of the API is found here', () => {
  expect(ofIssuers.length).toBeGreaterThan(20);
  expect(ofThings.length).toBeGreaterThan(8);
});

test.each(ofIssuers)(
  '$method $path answers a member of another issuer like a stranger, and as if there were no such issuer',
  async (route) => {
    const ofAnother = await seen(call(route, laurel.issuer, memberElsewhere), laurel.issuer);

    expect(ofAnother.status).toBe(404);
    expect(ofAnother).toEqual(await seen(call(route, laurel.issuer, stranger), laurel.issuer));
    expect(ofAnother).toEqual(await seen(call(route, NO_ISSUER, memberElsewhere), NO_ISSUER));
  },
);

test.each(ofThings)(
  '$method $path of another issuer’s thing answers a member elsewhere like a stranger',
  async (route) => {
    const ofAnother = await seen(call(route, '', memberElsewhere), '-');

    expect(ofAnother.status).toBe(404);
    expect(ofAnother).toEqual(await seen(call(route, '', stranger), '-'));
  },
);

test.each(ofIssuers)('$method $path refuses a token of another issuer', async (route) => {
  const answer = await call(route, 'elsewhere', { token: laurel.token });

  await expectProblem(answer, { reason: 'token_foreign' });
});

test.each(routes.filter(({ method }) => method !== 'GET'))(
  '$method $path does nothing for another site’s page with the cookie of a member',
  async (route) => {
    const answer = await call(route, laurel.issuer, member, CROSS_SITE);

    // What stewards do is not there for anybody else, wherever they come from.
    const reason = route.path.startsWith('/stewards') ? 'page_unknown' : 'cross_site_request';
    await expectProblem(answer, { reason });
  },
);
