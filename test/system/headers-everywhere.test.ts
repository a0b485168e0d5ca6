import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCredential } from '../support/awarding.ts';
import { type BrowserSession, browserSession } from '../support/browser-session.ts';
import { everyRoute, filledPath, type Route } from '../support/every-route.ts';
import { expectGuarded } from '../support/guarded.ts';
import { aHeldCredential, anOffer } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';
import { aCollection, switchLink } from '../support/showing.ts';

/** Behind https, so that strict transport security is asked for. */
const ORIGIN = 'https://laurel.test';

/** Requests that are under way at the same time. */
const AT_ONCE = 6;

let laurel: Laurel;
let routes: Awaited<ReturnType<typeof everyRoute>>;
let member: BrowserSession;
let holder: BrowserSession;
/** Where a route has something to show. */
let things: Readonly<Record<string, string>>;

beforeAll(async () => {
  routes = await everyRoute();
  laurel = await startLaurel({ origin: ORIGIN });
  member = await aMember(laurel, 'Member of All', ['admin', 'awarder', 'reviewer']);
  const held = await aHeldCredential(laurel, 'Halima of Gombe');
  holder = held.session;
  await switchLink(holder, held.id, 'on');
  const collection = await aCollection(holder, [held.id]);
  const { claim } = await anOffer(laurel, 'Zulaihat of Damaturu');
  const { page } = await aCredential(laurel);
  const credential = await (await fetch(`${local(page)}.json`)).json();
  const { credentialStatus, credentialSubject } = Object(credential);
  const certificate = await (await fetch(`${local(page)}/certificate`)).text();
  const scanner = await (await fetch(`${laurel.url}/verify/scan`)).text();
  things = {
    '/c/:id': new URL(page).pathname,
    '/c/:name': new URL(page).pathname,
    '/collections/:id': `/collections/${collection}`,
    '/issuers/:slug': `/issuers/${laurel.issuer}`,
    '/achievements/:id': new URL(credentialSubject.achievement.id).pathname,
    '/status/:id': new URL(credentialStatus.statusListCredential).pathname,
    '/log/tile/:tile{.+}': '/log/tile/0/000.p/1',
    '/fonts/:file': /\/fonts\/[\w.-]+\.woff2/.exec(certificate)?.[0] ?? '',
    '/scripts/:file': /\/scripts\/[\w.-]+\.js/.exec(scanner)?.[0] ?? '',
    '/problems/:reason': '/problems/defect',
    '/claim/:code': claim,
    '/me/awards/:id': `/me/awards/${held.award}`,
    '/me/credentials/:id': `/me/credentials/${held.id}`,
    '/me/collections/:id': `/me/collections/${collection}`,
    '/confirm/:id': `/confirm/${held.id}`,
    '/desk/issuers/:slug': `/desk/issuers/${laurel.issuer}`,
    '/api/v1/issuers/:slug': `/api/v1/issuers/${laurel.issuer}`,
  };
}, 120_000);
afterAll(() => laurel.stop());

function local(address: string): string {
  return address.replace(ORIGIN, laurel.url);
}

/**
 * As a browser asks, and as a program does; with the cookies of somebody, or of nobody. Answers the status that
 * programs get.
 */
async function expectGuardedFor(who: BrowserSession, { method, path }: Route, known = things) {
  const address = filledPath(path, known);
  const asked = `${method} ${address}`;
  const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  let status = 0;
  for (const accept of ['text/html', 'application/json']) {
    const headers = {
      ...{ accept, cookie, origin: ORIGIN, 'sec-fetch-site': 'same-origin' },
      'content-type': accept === 'text/html' ? 'application/x-www-form-urlencoded' : accept,
    };
    const init = { method, headers, redirect: 'manual' } as const;
    const body = accept === 'text/html' ? 'a=b' : '{"a":"b"}';
    const url = `${laurel.url}${address}`;
    const answer = await fetch(url, { ...init, ...(method === 'GET' ? {} : { body }) });
    await expectGuarded(answer, asked);
    status = answer.status;
    if (answer.headers.has('etag')) {
      const fresh = { ...init, headers: { ...headers, 'if-none-match': '*' } };
      const same = await fetch(url, fresh);
      expect([asked, same.status]).toEqual([asked, 304]);
      await expectGuarded(same, asked);
      await expectGuarded(await fetch(url, { ...fresh, method: 'HEAD' }), asked);
    }
  }
  return status;
}

/** Each route, some at once; the statuses that were answered. */
async function expectAllGuarded(
  routes: readonly Route[],
  ask: (route: Route) => Promise<number>,
): Promise<ReadonlySet<number>> {
  const statuses = new Set<number>();
  for (let at = 0; at < routes.length; at += AT_ONCE) {
    const some = await Promise.all(routes.slice(at, at + AT_ONCE).map(ask));
    for (const status of some) statuses.add(status);
  }
  return statuses;
}

/** What ends a session, or all that somebody has, comes last. */
function inOrder(all: readonly Route[]): readonly Route[] {
  const ends = ({ path }: Route) => Number(/logout|erase|hide|withdraw|rotate/.test(path));
  return all.toSorted((one, other) => ends(one) - ends(other));
}

test('every answer of the verifier’s routes says that it is guarded: pages, files, refusals, 304s', async () => {
  expect(routes.verifier.length).toBeGreaterThan(50);
  const stranger = browserSession(laurel);
  const filled = await expectAllGuarded(routes.verifier, (route) =>
    expectGuardedFor(stranger, route),
  );
  const unknown = await expectAllGuarded(
    routes.verifier.filter(({ path }) => path.includes(':')),
    (route) => expectGuardedFor(stranger, route, {}),
  );
  expect([...filled]).toEqual(expect.arrayContaining([200, 301, 405, 422]));
  expect([...unknown]).toEqual(expect.arrayContaining([404, 405]));
});

test('every answer of the desk’s routes does, to strangers, holders and members alike', async () => {
  expect(routes.desk.length).toBeGreaterThan(400);
  const stranger = browserSession(laurel);
  const strangers = await expectAllGuarded(routes.desk, (route) =>
    expectGuardedFor(stranger, route),
  );
  const signedIn = await expectAllGuarded(inOrder(routes.desk), (route) =>
    expectGuardedFor(/^\/(?:me|claim|confirm|wallet)/.test(route.path) ? holder : member, route),
  );
  expect([...strangers]).toEqual(expect.arrayContaining([303, 401, 404, 405]));
  expect([...signedIn]).toEqual(expect.arrayContaining([200, 303, 404, 405, 422]));
}, 240_000);

test('what no route answers is guarded too', async () => {
  const paths = ['/nothing', '/desk/nothing', '/%2e%2e/x', '//x', '/c/%ff', '/.git/config'];
  const methods = ['GET', 'POST', 'OPTIONS', 'DELETE'];
  const statuses = await expectAllGuarded(
    paths.flatMap((path) => methods.map((method) => ({ method, path }))),
    (route) => expectGuardedFor(browserSession(laurel), route),
  );
  expect([...statuses]).toContain(404);
});
