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

/** As a browser asks, and as a program does; with the cookies of somebody, or of nobody. */
async function expectGuardedFor(who: BrowserSession, { method, path }: Route, known = things) {
  const address = filledPath(path, known);
  const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  let status = 0;
  for (const accept of ['text/html', 'application/json']) {
    const headers = {
      accept,
      cookie,
      origin: ORIGIN,
      'sec-fetch-site': 'same-origin',
      'content-type': accept === 'text/html' ? 'application/x-www-form-urlencoded' : accept,
    };
    const init = { method, headers, redirect: 'manual' } as const;
    const body = accept === 'text/html' ? 'a=b' : '{"a":"b"}';
    const answer = await fetch(`${laurel.url}${address}`, {
      ...init,
      ...(method === 'GET' ? {} : { body }),
    });
    await expectGuarded(answer, `${method} ${address}`);
    status = answer.status;
    if (method !== 'GET') continue;
    const head = await fetch(`${laurel.url}${address}`, { ...init, method: 'HEAD' });
    await expectGuarded(head, `GET ${address}`);
    const known = await fetch(`${laurel.url}${address}`, {
      ...init,
      headers: { ...headers, 'if-none-match': '*' },
    });
    if (answer.headers.has('etag')) expect([address, known.status]).toEqual([address, 304]);
    await expectGuarded(known, `GET ${address}`);
  }
  return status;
}

/** What ends a session, or all that somebody has, comes last. */
function inOrder(all: readonly Route[]): readonly Route[] {
  const ends = ({ path }: Route) => Number(/logout|erase|hide|withdraw|rotate/.test(path));
  return all.toSorted((one, other) => ends(one) - ends(other));
}

test('every answer of the verifier’s routes says that it is guarded: pages, files, refusals, 304s', async () => {
  expect(routes.verifier.length).toBeGreaterThan(50);
  const statuses = new Set<number>();
  for (const route of routes.verifier) {
    statuses.add(await expectGuardedFor(browserSession(laurel), route));
    if (route.path.includes(':')) {
      statuses.add(await expectGuardedFor(browserSession(laurel), route, {}));
    }
  }
  for (const status of [200, 301, 404, 405, 422]) expect([...statuses]).toContain(status);
});

test('every answer of the desk’s routes does, to strangers, holders and members alike', async () => {
  expect(routes.desk.length).toBeGreaterThan(400);
  const statuses = new Set<number>();
  for (const route of inOrder(routes.desk)) {
    statuses.add(await expectGuardedFor(browserSession(laurel), route));
    const ofHolders = /^\/(?:me|claim|confirm|wallet)/.test(route.path);
    statuses.add(await expectGuardedFor(ofHolders ? holder : member, route));
  }
  for (const status of [200, 302, 303, 401, 403, 404, 405, 422]) {
    expect([...statuses]).toContain(status);
  }
}, 120_000);

test('what no route answers is guarded too', async () => {
  for (const path of ['/nothing', '/desk/nothing', '/%2e%2e/x', '//x', '/c/%ff', '/.git/config']) {
    for (const method of ['GET', 'POST', 'OPTIONS', 'DELETE']) {
      await expectGuardedFor(browserSession(laurel), { method, path });
    }
  }
});
