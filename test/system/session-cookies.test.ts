import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allowLogin, browserSession, cookieSetBy, logIn } from '../support/browser-session.ts';
import { aHeldCredential, anOffer } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { expectProblem } from '../support/problem.ts';
import { browserWith, hashOf, isIn, signedIn, tokenOf } from '../support/stored-sessions.ts';

const JSON_ACCEPT = { accept: 'application/json' };
const DAY = 86_400;

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

describe('the cookie of a session', () => {
  test('cannot be read by scripts nor sent along by forms of other sites, and ends when idle', async () => {
    const answer = await logIn(browserSession(laurel), 'Halima of Zaria');

    expect(cookieSetBy(answer, 'laurel-session')).toEqual([
      'HttpOnly',
      `Max-Age=${7 * DAY}`,
      'Path=/',
      'SameSite=Lax',
    ]);
  });

  test('holds a token of which the store has the hash alone', async () => {
    const session = await signedIn(laurel, 'Halima of Kano');

    const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
    const { results } = await store.prepare('select * from sessions').all();

    expect(tokenOf(session)).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(results)).not.toContain(tokenOf(session));
    expect(results.map((row) => row.token_hash)).toContain(hashOf(tokenOf(session)));
  });

  test.each([
    ['that never was', 'f'.repeat(64)],
    ['in capitals', 'F'.repeat(64)],
    ['that is empty', ''],
    ['that is too short', 'f'.repeat(63)],
    ['that is no hexadecimal', 'g'.repeat(64)],
    ['that is a broken escape', '%E0%A4%A'],
    ['that tries to be SQL', "x'%20or%20'1'='1"],
    ['that is very long', 'f'.repeat(4_000)],
  ])('with a token %s is nobody', async (_, token) => {
    const answer = await browserSession(laurel).get('/me', {
      ...JSON_ACCEPT,
      cookie: `laurel-session=${token}`,
    });

    expect(answer.status).toBe(401);
    await expectProblem(answer, { reason: 'login_required' });
  });

  test('is worth nothing as the hash that the store has', async () => {
    const session = await signedIn(laurel, 'Halima of Katsina');

    expect(await isIn(browserWith(laurel, hashOf(tokenOf(session))))).toBe(false);
  });
});

describe('over https', () => {
  const ORIGIN = 'https://laurel.example';
  let secure: Laurel;
  beforeAll(async () => {
    secure = await startLaurel({ origin: ORIGIN });
  });
  afterAll(() => secure.stop());

  test('both cookies are bound to the host and to https', async () => {
    const session = browserSession(secure);
    const away = await session.get('/login');
    const authorize = new URL(away.headers.get('location') ?? '');
    expect(authorize.searchParams.get('redirect_uri')).toBe(`${ORIGIN}/login/callback`);

    const back = await session.get(await allowLogin(session, authorize, 'Halima of Jos'));

    const bound = (seconds: number) => [
      'HttpOnly',
      `Max-Age=${seconds}`,
      'Path=/',
      'SameSite=Lax',
      'Secure',
    ];
    expect(cookieSetBy(away, '__Host-laurel-login')).toEqual(bound(600));
    expect(cookieSetBy(back, '__Host-laurel-session')).toEqual(bound(7 * DAY));
    expect([...session.cookies.keys()]).toEqual(['__Host-laurel-session']);
    expect((await session.get('/me')).status).toBe(200);
  });

  test('a cookie without the prefix, which a neighbouring host can set, is not read', async () => {
    const session = browserSession(secure);
    await logIn(session, 'Halima of Jos');
    const token = session.cookies.get('__Host-laurel-session') ?? '';

    const answer = await browserSession(secure).get('/me', { cookie: `laurel-session=${token}` });

    expect(token).not.toBe('');
    expect(answer.status).toBe(401);
  });

  test('logging out deletes the cookie under the name that it has', async () => {
    const session = browserSession(secure);
    await logIn(session, 'Halima of Jos');

    const out = await session.post('/me/logout');

    expect(out.status).toBe(303);
    expect(cookieSetBy(out, '__Host-laurel-session')).toEqual([
      'HttpOnly',
      'Max-Age=0',
      'Path=/',
      'SameSite=Lax',
      'Secure',
    ]);
  });
});

test('whatever is answered to somebody signed in is theirs alone, and shows no token', async () => {
  const { id, award, session } = await aHeldCredential(laurel, 'Musa of Gusau');
  const open = await anOffer(laurel, 'Musa of Gusau', {
    period: { start: '2026-10-03', end: '2026-10-04' },
  });
  const foreign = await anOffer(laurel, 'Musa of Anka');
  const token = tokenOf(session);

  const answers = [
    await session.get('/me'),
    await session.get('/me?uselang=ar'),
    await session.get(`/me/awards/${award}`),
    await session.get(`/me/credentials/${id}/withdraw`),
    await session.get(open.claim),
    await session.get(foreign.claim),
    await session.get('/me/awards/nothing'),
    await session.get('/me/nowhere'),
    await session.get('/me/logout'),
    await session.post(`/me/credentials/${id}/link`, { link: 'on' }),
    await session.post(`/me/credentials/${id}/link`, { link: 'sideways' }),
    await session.post(`/me/credentials/${id}/download`, { format: 'json' }),
    await session.post(`${open.claim}/accept`),
  ];

  expect(answers.map(({ status }) => status)).toEqual([
    200, 200, 200, 200, 200, 403, 404, 404, 405, 303, 422, 303, 303,
  ]);
  for (const answer of answers) {
    expect(answer.headers.get('cache-control'), answer.url).toBe('private, no-store');
    const text = await answer.text();
    expect(text).not.toContain(token);
    expect(text).not.toContain(hashOf(token));
    expect(answer.headers.get('location') ?? '').not.toContain(token);
  }
});
