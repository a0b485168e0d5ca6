import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Endpoint, Fault } from '../../development/wikimedia/faults.ts';
import {
  allowLogin,
  type BrowserSession,
  beginLogin,
  browserSession,
  isSignedIn,
  logIn,
} from '../support/browser-session.ts';
import { hiddenFieldsIn } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { expectProblem } from '../support/problem.ts';

const JSON_ACCEPT = { accept: 'application/json' };

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

/** Where the stand-in's list of requests stood when the test began. */
let seenBefore = 0;
beforeEach(() => {
  seenBefore = laurel.standIn.requests.length;
});

function callsTo(endpoint: string): number {
  return laurel.standIn.requests.slice(seenBefore).filter(({ path }) => path.endsWith(endpoint))
    .length;
}

/** A browser on its way back from Wikimedia, and the address that it is sent to. */
async function onTheWayBack(username: string, returnPath = '/me') {
  const session = browserSession(laurel);
  const authorize = await beginLogin(session, returnPath);
  return { session, callback: await allowLogin(session, authorize, username) };
}

async function changeAttempt(session: BrowserSession, change: string): Promise<void> {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  const changed = await store
    .prepare(`update logins set ${change} where state_hash = ?`)
    .bind(
      createHash('sha256')
        .update(session.cookies.get('laurel-login') ?? '')
        .digest('hex'),
    )
    .run();
  expect(changed.meta.changes).toBe(1);
}

async function expectExpired(answer: Response): Promise<void> {
  expect(answer.status).toBe(400);
  await expectProblem(answer, { reason: 'login_expired' });
}

describe('a login is refused', () => {
  test('when the person cancels it at Wikimedia, and can be tried again for the same page', async () => {
    const session = browserSession(laurel);
    const authorize = await beginLogin(session, '/claim/4fT9kLmNpQrStUvWx');
    const page = await (await session.get(authorize.href)).text();
    const cancelled = await session.post(`${laurel.standIn.url}/stand-in/decision`, {
      ...hiddenFieldsIn(page),
      decision: 'cancel',
    });

    const answer = await session.get(cancelled.headers.get('location') ?? '');

    const text = await answer.text();
    expect(answer.status).toBe(403);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(text).toContain('The login was not allowed');
    expect(text).toContain('href="/login?return=%2Fclaim%2F4fT9kLmNpQrStUvWx"');
    expect(session.cookies.size).toBe(0);
    expect(callsTo('/access_token')).toBe(0);
  });

  test('when Wikimedia says no as the standard has it', async () => {
    const session = browserSession(laurel);
    const state = (await beginLogin(session)).searchParams.get('state') ?? '';

    const answer = await session.get(
      `/login/callback?error=access_denied&state=${state}`,
      JSON_ACCEPT,
    );

    expect(answer.status).toBe(403);
    await expectProblem(answer, { reason: 'login_denied' });
    expect(session.cookies.size).toBe(0);
  });

  test('when it took ten minutes, but not a little before', async () => {
    const late = await onTheWayBack('Nneka of Aba');
    await changeAttempt(late.session, 'ends_at_seconds = ends_at_seconds - 600');
    const justInTime = await onTheWayBack('Nneka of Aba');
    await changeAttempt(justInTime.session, 'ends_at_seconds = ends_at_seconds - 570');

    await expectExpired(await late.session.get(late.callback, JSON_ACCEPT));
    expect(isSignedIn(late.session)).toBe(false);
    expect(callsTo('/access_token')).toBe(0);
    expect((await justInTime.session.get(justInTime.callback)).status).toBe(303);
  });

  test('when its address is opened again, also by a browser that kept the cookie', async () => {
    const { session, callback } = await onTheWayBack('Nneka of Arochukwu');
    const state = session.cookies.get('laurel-login') ?? '';
    await session.get(callback);
    const token = session.cookies.get('laurel-session');

    await expectExpired(await session.get(callback, JSON_ACCEPT));
    const keeper = browserSession(laurel);
    keeper.cookies.set('laurel-login', state);
    await expectExpired(await keeper.get(callback, JSON_ACCEPT));

    expect(isSignedIn(keeper)).toBe(false);
    expect(callsTo('/access_token')).toBe(1);
    expect(session.cookies.get('laurel-session')).toBe(token);
    expect((await session.get('/me')).status).toBe(200);
  });

  test('once of two, when its address is opened twice at the same moment', async () => {
    const { session, callback } = await onTheWayBack('Nneka of Nsukka');
    const cookie = `laurel-login=${session.cookies.get('laurel-login')}`;

    const answers = await Promise.all(
      [1, 2].map(() => browserSession(laurel).get(callback, { cookie })),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([303, 400]);
    expect(callsTo('/access_token')).toBe(1);
  });

  test('when the browser never began one', async () => {
    const { callback } = await onTheWayBack('Nneka of Uli');
    const other = browserSession(laurel);

    await expectExpired(await other.get(callback, JSON_ACCEPT));

    expect(isSignedIn(other)).toBe(false);
    expect(callsTo('/access_token')).toBe(0);
  });

  test('when it is somebody else’s: a victim is not signed in as the attacker, and can go on', async () => {
    const attacker = await onTheWayBack('Mallam of Nowhere');
    const victim = await onTheWayBack('Nneka of Oko');
    const signedIn = browserSession(laurel);
    await logIn(signedIn, 'Nneka of Uga');
    const tokenBefore = signedIn.cookies.get('laurel-session');
    const callsBefore = callsTo('/access_token');

    await expectExpired(await victim.session.get(attacker.callback, JSON_ACCEPT));
    await expectExpired(await signedIn.get(attacker.callback, JSON_ACCEPT));

    expect(callsTo('/access_token')).toBe(callsBefore);
    expect(isSignedIn(victim.session)).toBe(false);
    expect(signedIn.cookies.get('laurel-session')).toBe(tokenBefore);
    await victim.session.get(victim.callback);
    expect(await (await victim.session.get('/me')).text()).toContain('Nneka of Oko');
  });

  test.each([
    ['no state', (url: URL) => url.searchParams.delete('state')],
    ['an empty state', (url: URL) => url.searchParams.set('state', '')],
    ['two states', (url: URL) => url.searchParams.append('state', 'another')],
    ['no code', (url: URL) => url.searchParams.delete('code')],
    ['two codes', (url: URL) => url.searchParams.append('code', 'another')],
    ['the name of another server', (url: URL) => url.searchParams.set('iss', 'https://a.example')],
  ])('when it comes back with %s, before Wikimedia is asked', async (_, spoil) => {
    const { session, callback } = await onTheWayBack('Nneka of Nnewi');
    const spoiled = new URL(callback);
    spoil(spoiled);

    await expectExpired(await session.get(spoiled.href, JSON_ACCEPT));

    expect(isSignedIn(session)).toBe(false);
    expect(callsTo('/access_token')).toBe(0);
  });

  test('when Wikimedia knows no such code', async () => {
    const { session, callback } = await onTheWayBack('Nneka of Nnewi');
    const spoiled = new URL(callback);
    spoiled.searchParams.set('code', 'invented');

    await expectExpired(await session.get(spoiled.href, JSON_ACCEPT));

    expect(isSignedIn(session)).toBe(false);
    expect(callsTo('/resource/profile')).toBe(0);
  });

  test('when its verifier is not the one that the challenge was made of', async () => {
    const { session, callback } = await onTheWayBack('Nneka of Ihiala');
    await changeAttempt(session, `code_verifier = '${'v'.repeat(43)}'`);

    await expectExpired(await session.get(callback, JSON_ACCEPT));

    expect(isSignedIn(session)).toBe(false);
  });

  test.each(['/login', '/login/callback'])('when it is not asked for by GET: %s', async (path) => {
    const answer = await browserSession(laurel).post(path, {}, JSON_ACCEPT);

    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET']);
    await expectProblem(answer, { reason: 'method_not_allowed' });
  });

  test('as a defect of ours, without our secret, when Wikimedia does not know us', async () => {
    const { session, callback } = await onTheWayBack('Nneka of Awgu');
    laurel.standIn.fail('token', { times: 1, status: 401, body: '{"error":"invalid_client"}' });

    const answer = await session.get(callback, JSON_ACCEPT);

    expect(answer.status).toBe(500);
    const problem = await expectProblem(answer, { reason: 'defect' });
    expect(JSON.stringify(problem)).not.toContain('only-for-tests');
    expect(isSignedIn(session)).toBe(false);
  });
});

const FAULTS: readonly [string, Endpoint, Omit<Fault, 'times'>, string][] = [
  ['no token for a defect of its own', 'token', { status: 500 }, '30'],
  ['no token for now', 'token', { status: 503, retryAfterSeconds: 120 }, '120'],
  ['no token in time', 'token', { status: 504 }, '30'],
  ['no token, being asked too often', 'token', { status: 429, retryAfterSeconds: 9 }, '9'],
  ['no token but a page', 'token', { status: 200, body: '<p>Oops</p>' }, '30'],
  ['no profile for a defect of its own', 'profile', { status: 500 }, '30'],
  ['no profile for now', 'profile', { status: 503, retryAfterSeconds: 7 }, '7'],
  ['no profile in time', 'profile', { status: 504 }, '30'],
  ['no profile to our token', 'profile', { status: 401 }, '30'],
  ['no profile but a page', 'profile', { status: 200, body: '<p>Oops</p>' }, '30'],
  ['a profile of nobody', 'profile', { status: 200, body: '{"username":"Nneka"}' }, '30'],
];

describe('a login waits, signs nobody in, and works later', () => {
  test.each(FAULTS)('when Wikimedia has %s', async (_, endpoint, fault, seconds) => {
    const { session, callback } = await onTheWayBack('Obiageli of Agulu');
    laurel.standIn.fail(endpoint, { times: 1, ...fault });

    const answer = await session.get(callback, JSON_ACCEPT);

    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, seconds]);
    await expectProblem(answer, { reason: 'wikimedia_unavailable' });
    expect(session.cookies.size).toBe(0);
    expect((await logIn(session, 'Obiageli of Agulu')).status).toBe(303);
  });

  test('on a page that says when, and leads to the same claim', async () => {
    const { session, callback } = await onTheWayBack(
      'Obiageli of Nanka',
      '/claim/4fT9kLmNpQrStUvWx',
    );
    laurel.standIn.fail('profile', { times: 1, status: 503, retryAfterSeconds: 45 });

    const answer = await session.get(callback);

    const text = await answer.text();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '45']);
    expect(text).toContain('Try again in 45 seconds');
    expect(text).toContain('href="/login?return=%2Fclaim%2F4fT9kLmNpQrStUvWx"');
  });
});

const TRICKS = [
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '\\/evil.example',
  'https://evil.example/me',
  'https:evil.example',
  'HTTPS://evil.example',
  'javascript:alert(1)',
  'data:text/html,evil.example',
  '/me/../../evil.example',
  '/me/..//evil.example',
  '/me//evil.example',
  '/.//evil.example',
  '/%2fevil.example',
  '%2f%2fevil.example',
  '%5c%5cevil.example',
  '/me/%2e%2e/%2e%2e/evil.example',
  '/me@evil.example',
  '/me?uselang=//evil.example',
  '/me#//evil.example',
  '/\t/evil.example',
  '\t//evil.example',
  '/\n/evil.example',
  '/me\r\nlocation: https://evil.example',
  '/me\u0000evil.example',
  ' //evil.example',
  '/c/evil.example',
  '/login?return=//evil.example',
  '/api/v1/evil.example',
];

describe('a login ends on a page of ours', () => {
  test.each(TRICKS)('and not where %j leads', async (trick) => {
    const { session, callback } = await onTheWayBack('Patience of Wase', trick);
    const back = await session.get(callback);
    expect([back.status, back.headers.get('location')]).toEqual([303, '/me']);

    await beginLogin(session, trick);
    const denied = await session.get('/login/callback?error=unauthorized_client');
    expect(denied.status).toBe(403);
    expect(await denied.text()).not.toContain('evil.example');
  });

  test.each([
    'return=%2f%2fevil.example',
    'return=//evil.example',
    'return=/\\evil.example',
    'return=/me/../../evil.example',
    'return=//evil.example&return=/me',
    'return=/me&return=//evil.example',
    'return[]=//evil.example',
    'uselang=//evil.example',
    'return=/me&uselang=ar%2f%2fevil.example',
  ])('and not where the query %j leads', async (query) => {
    const session = browserSession(laurel);
    const away = await session.get(`/login?${query}`);
    const authorize = new URL(away.headers.get('location') ?? '');
    expect(authorize.origin).toBe(laurel.standIn.url);

    const back = await session.get(await allowLogin(session, authorize, 'Patience of Wase'));

    expect([back.status, back.headers.get('location')]).toEqual([303, '/me']);
  });

  test.each([
    ['/claim/4fT9kLmNpQrStUvWx', ''],
    ['/me/awards/4fT9kLmNpQrStUvWx', ''],
    ['/me', '&uselang=ar'],
  ])('which is the one that was asked for: %s%s', async (path, more) => {
    const session = browserSession(laurel);
    const away = await session.get(`/login?return=${encodeURIComponent(path)}${more}`);
    const authorize = new URL(away.headers.get('location') ?? '');

    const back = await session.get(await allowLogin(session, authorize, 'Patience of Wase'));

    expect(back.headers.get('location')).toBe(`${path}${more.replace('&', '?')}`);
  });
});
