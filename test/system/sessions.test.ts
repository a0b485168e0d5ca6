import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountNamed } from '../../development/wikimedia/account.ts';
import {
  allowLogin,
  type BrowserSession,
  beginLogin,
  browserSession,
  logIn,
} from '../support/browser-session.ts';
import { aHeldCredential, anOffer } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { expectProblem } from '../support/problem.ts';

const JSON_ACCEPT = { accept: 'application/json' };
const HOUR = 3_600;
const DAY = 86_400;
/** How long a replaced token stays good. */
const GRACE = 60;

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const tokenOf = (session: BrowserSession) => session.cookies.get('laurel-session') ?? '';

function browserWith(token: string): BrowserSession {
  const browser = browserSession(laurel);
  browser.cookies.set('laurel-session', token);
  return browser;
}

async function signedIn(username: string): Promise<BrowserSession> {
  const session = browserSession(laurel);
  expect((await logIn(session, username)).status).toBe(303);
  return session;
}

const isIn = async (session: BrowserSession) => (await session.get('/me')).status === 200;

function store() {
  return laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
}

/** What the passing of so many seconds is to a session: all its moments lie further back. */
async function passTime(token: string, seconds: number): Promise<void> {
  const moved = await (await store())
    .prepare(
      `update sessions set rotated_at_seconds = rotated_at_seconds - ?1,
        idle_until_seconds = idle_until_seconds - ?1, ends_at_seconds = ends_at_seconds - ?1
        where token_hash = ?2`,
    )
    .bind(seconds, sha256(token))
    .run();
  expect(moved.meta.changes).toBe(1);
}

async function sessionsOf(username: string): Promise<number | null> {
  const found = accountNamed(username);
  const id = found.kind === 'account' ? found.account.accountId : '';
  return (await store())
    .prepare('select count(*) as count from sessions where account_id = ?')
    .bind(id)
    .first<number>('count');
}

/** The attributes of the cookie of this name that an answer sets, the value left out. */
function cookieSetBy(answer: Response, name: string): readonly string[] {
  const line = answer.headers.getSetCookie().find((one) => one.startsWith(`${name}=`)) ?? '';
  return line
    .split('; ')
    .slice(1)
    .sort((one, other) => one.localeCompare(other));
}

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
    const session = await signedIn('Halima of Kano');

    const { results } = await (await store()).prepare('select * from sessions').all();

    expect(tokenOf(session)).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(results)).not.toContain(tokenOf(session));
    expect(results.map((row) => row.token_hash)).toContain(sha256(tokenOf(session)));
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
    const session = await signedIn('Halima of Katsina');

    expect(await isIn(browserWith(sha256(tokenOf(session))))).toBe(false);
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

describe('a token', () => {
  test('is not replaced before an hour has passed', async () => {
    const session = await signedIn('Ikenna of Abakaliki');
    const before = tokenOf(session);
    await passTime(before, HOUR - 30);

    const page = await session.get('/me');

    expect(page.headers.getSetCookie()).toEqual([]);
    expect(tokenOf(session)).toBe(before);
  });

  test('is replaced by a page after an hour, with a cookie like the first', async () => {
    const session = await signedIn('Ikenna of Asaba');
    const before = tokenOf(session);
    await passTime(before, HOUR);

    const page = await session.get('/me');

    expect(page.status).toBe(200);
    expect(cookieSetBy(page, 'laurel-session')).toEqual([
      'HttpOnly',
      `Max-Age=${7 * DAY}`,
      'Path=/',
      'SameSite=Lax',
    ]);
    expect(tokenOf(session)).toMatch(/^[0-9a-f]{64}$/);
    expect(tokenOf(session)).not.toBe(before);
    expect(await isIn(session)).toBe(true);
    expect(await sessionsOf('Ikenna of Asaba')).toBe(1);
  });

  test('that was replaced is good for its grace, without being replaced again, and then no more', async () => {
    const session = await signedIn('Ikenna of Awka');
    const old = browserWith(tokenOf(session));
    await passTime(tokenOf(session), HOUR);
    await session.get('/me');

    await passTime(tokenOf(session), GRACE - 30);
    const within = await old.get('/me');
    expect(within.status).toBe(200);
    expect(within.headers.getSetCookie()).toEqual([]);

    await passTime(tokenOf(session), 30);
    expect(await isIn(old)).toBe(false);
    expect(await isIn(session)).toBe(true);
  });

  test('before the last one is refused even within the grace', async () => {
    const session = await signedIn('Ikenna of Nnewi');
    const first = browserWith(tokenOf(session));
    for (const _ of ['once', 'twice']) {
      await passTime(tokenOf(session), HOUR);
      await session.get('/me');
    }

    expect(await isIn(first)).toBe(false);
    expect(await isIn(session)).toBe(true);
  });

  test('is replaced once when many pages are asked for together, and all of them come', async () => {
    const session = await signedIn('Ikenna of Ọ̀wọ̀');
    await passTime(tokenOf(session), HOUR);
    const tabs = Array.from({ length: 5 }, () => browserWith(tokenOf(session)));

    const pages = await Promise.all(tabs.map((tab) => tab.get('/me')));

    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(pages.filter((page) => page.headers.getSetCookie().length > 0)).toHaveLength(1);
  });

  test('is not replaced by a form, whose answer may be lost', async () => {
    const offer = await anOffer(laurel, 'Ikenna of Ọ̀fà');
    const session = await signedIn('Ikenna of Ọ̀fà');
    const before = tokenOf(session);
    await passTime(before, HOUR);

    const accepted = await session.post(`${offer.claim}/accept`);

    expect(accepted.status).toBe(303);
    expect(accepted.headers.getSetCookie()).toEqual([]);
    expect(tokenOf(session)).toBe(before);
  });
});

describe('a session ends', () => {
  test('when nobody used it for seven days, and the sweep then forgets it', async () => {
    const session = await signedIn('Jumoke of Iwo');
    await passTime(tokenOf(session), 7 * DAY - 30);
    expect(await isIn(browserWith(tokenOf(session)))).toBe(true);

    const idle = await signedIn('Jumoke of Ede');
    await passTime(tokenOf(idle), 7 * DAY);
    expect(await isIn(idle)).toBe(false);

    expect(await sessionsOf('Jumoke of Ede')).toBe(1);
    await laurel.runtime.tick();
    expect(await sessionsOf('Jumoke of Ede')).toBe(0);
    expect(await sessionsOf('Jumoke of Iwo')).toBe(1);
  });

  test('after thirty days, however much it is used', async () => {
    const session = await signedIn('Jumoke of Ila');
    for (const _ of ['6', '12', '18', '24']) {
      await passTime(tokenOf(session), 6 * DAY);
      expect(await isIn(session)).toBe(true);
    }
    await passTime(tokenOf(session), 5 * DAY);
    const late = await session.get('/me');
    const [, seconds] = /Max-Age=(\d+)/.exec(late.headers.get('set-cookie') ?? '') ?? [];
    expect(Number(seconds)).toBeGreaterThan(DAY - 60);
    expect(Number(seconds)).toBeLessThanOrEqual(DAY);

    await passTime(tokenOf(session), DAY);

    expect(await isIn(session)).toBe(false);
  });
});

describe('logging out', () => {
  test('ends the session for whoever has its token, in this browser alone', async () => {
    const here = await signedIn('Kelechi of Umuahia');
    const elsewhere = await signedIn('Kelechi of Umuahia');
    const copied = browserWith(tokenOf(here));

    const out = await here.post('/me/logout');

    expect([out.status, out.headers.get('location')]).toEqual([303, '/']);
    expect(here.cookies.has('laurel-session')).toBe(false);
    expect(await isIn(copied)).toBe(false);
    expect(await isIn(elsewhere)).toBe(true);
  });

  test('everywhere ends all sessions of the account, and nobody else’s', async () => {
    const here = await signedIn('Kelechi of Orlu');
    const elsewhere = await signedIn('Kelechi of Orlu');
    const other = await signedIn('Kelechi of Okigwe');

    const out = await here.post('/me/logout-everywhere');

    expect([out.status, out.headers.get('location')]).toEqual([303, '/']);
    expect(here.cookies.has('laurel-session')).toBe(false);
    expect(await isIn(elsewhere)).toBe(false);
    expect(await isIn(other)).toBe(true);
    expect(await sessionsOf('Kelechi of Orlu')).toBe(0);
  });

  test('with a token that was just replaced ends the session of its successor too', async () => {
    const session = await signedIn('Kelechi of Arochukwu');
    const old = browserWith(tokenOf(session));
    await passTime(tokenOf(session), HOUR);
    await session.get('/me');

    await old.post('/me/logout');

    expect(await isIn(session)).toBe(false);
  });

  test.each(['/me/logout', '/me/logout-everywhere'])(
    'at %s is refused to another site and by GET, and leads on where nobody is signed in',
    async (path) => {
      const session = await signedIn('Kelechi of Ohafia');

      const foreign = await session.post(path, {}, {
        ...JSON_ACCEPT,
        origin: 'https://evil.example',
        'sec-fetch-site': 'cross-site',
      });
      const read = await session.get(path, JSON_ACCEPT);
      const nobody = await browserSession(laurel).post(path);

      await expectProblem(foreign, { reason: 'cross_site_request' });
      expect([read.status, read.headers.get('allow')]).toEqual([405, 'POST']);
      expect([nobody.status, nobody.headers.get('location')]).toEqual([303, '/']);
      expect(await isIn(session)).toBe(true);
    },
  );

  test('leads to the claim that it was asked for', async () => {
    const session = await signedIn('Kelechi of Aba');

    const out = await session.post('/me/logout', { return: '/claim/4fT9kLmNpQrStUvWx' });

    expect(out.headers.get('location')).toBe('/claim/4fT9kLmNpQrStUvWx');
  });

  test.each(['//evil.example', '/\\evil.example', 'https://evil.example/', '/me/../../x', '/%2f%2fevil.example'])(
    'does not lead to %j',
    async (trick) => {
      const session = await signedIn('Kelechi of Aba');

      const out = await session.post('/me/logout', { return: trick });

      expect([out.status, out.headers.get('location')]).toEqual([303, '/me']);
    },
  );
});

describe('a login replaces what the browser held', () => {
  test('a token that somebody planted is never taken over', async () => {
    const planted = 'ab'.repeat(32);
    const victim = browserWith(planted);

    await logIn(victim, 'Lami of Minna');

    expect(tokenOf(victim)).toMatch(/^[0-9a-f]{64}$/);
    expect(tokenOf(victim)).not.toBe(planted);
    expect(await isIn(browserWith(planted))).toBe(false);
    expect(await isIn(victim)).toBe(true);
  });

  test('a session of their own that an attacker planted ends, and never becomes the victim’s', async () => {
    const attacker = await signedIn('Mallam of Nowhere');
    const victim = browserWith(tokenOf(attacker));

    await logIn(victim, 'Lami of Bida');

    expect(await isIn(attacker)).toBe(false);
    expect(await (await victim.get('/me')).text()).toContain('Lami of Bida');
  });

  test('somebody who is signed in and logs in as another account is that one, and the old token is dead', async () => {
    const browser = await signedIn('Lami of Suleja');
    const before = tokenOf(browser);

    await logIn(browser, 'Lami of Lapai');

    const page = await (await browser.get('/me')).text();
    expect(page).toContain('Lami of Lapai');
    expect(page).not.toContain('Lami of Suleja');
    expect(tokenOf(browser)).not.toBe(before);
    expect(await isIn(browserWith(before))).toBe(false);
    expect(await sessionsOf('Lami of Suleja')).toBe(0);
  });

  test('the same holds when the browser came with a token that was replaced long ago', async () => {
    const session = await signedIn('Lami of Kontagora');
    const stale = browserWith(tokenOf(session));
    await passTime(tokenOf(session), HOUR);
    await session.get('/me');
    await passTime(tokenOf(session), GRACE);

    await logIn(stale, 'Lami of Mokwa');

    expect(await isIn(session)).toBe(false);
    expect(await isIn(stale)).toBe(true);
  });

  test('a login that is refused leaves the session as it was', async () => {
    const browser = await signedIn('Lami of Wushishi');
    const before = tokenOf(browser);
    await beginLogin(browser);

    const denied = await browser.get('/login/callback?error=unauthorized_client');

    expect(denied.status).toBe(403);
    expect(tokenOf(browser)).toBe(before);
    expect(await isIn(browser)).toBe(true);
  });
});

test('whatever is answered to somebody signed in is theirs alone, and shows no token', async () => {
  const { id, award, session } = await aHeldCredential(laurel, 'Musa of Gusau');
  const open = await anOffer(laurel, 'Musa of Gusau', { period: { start: '2026-10-03', end: '2026-10-04' } });
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
    expect(text).not.toContain(sha256(token));
    expect(answer.headers.get('location') ?? '').not.toContain(token);
  }
});
