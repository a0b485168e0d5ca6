import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginLogin, browserSession, cookieSetBy, logIn } from '../support/browser-session.ts';
import { anOffer } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { expectProblem } from '../support/problem.ts';
import {
  browserWith,
  isIn,
  passTime,
  sessionsOf,
  signedIn,
  tokenOf,
} from '../support/stored-sessions.ts';

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

describe('a token', () => {
  test('is not replaced before an hour has passed', async () => {
    const session = await signedIn(laurel, 'Ikenna of Abakaliki');
    const before = tokenOf(session);
    await passTime(laurel, before, HOUR - 30);

    const page = await session.get('/me');

    expect(page.headers.getSetCookie()).toEqual([]);
    expect(tokenOf(session)).toBe(before);
  });

  test('is replaced by a page after an hour, with a cookie like the first', async () => {
    const session = await signedIn(laurel, 'Ikenna of Asaba');
    const before = tokenOf(session);
    await passTime(laurel, before, HOUR);

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
    expect(await sessionsOf(laurel, 'Ikenna of Asaba')).toBe(1);
  });

  test('that was replaced is good for its grace, without being replaced again, and then no more', async () => {
    const session = await signedIn(laurel, 'Ikenna of Awka');
    const old = browserWith(laurel, tokenOf(session));
    await passTime(laurel, tokenOf(session), HOUR);
    await session.get('/me');

    await passTime(laurel, tokenOf(session), GRACE - 30);
    const within = await old.get('/me');
    expect(within.status).toBe(200);
    expect(within.headers.getSetCookie()).toEqual([]);

    await passTime(laurel, tokenOf(session), 30);
    expect(await isIn(old)).toBe(false);
    expect(await isIn(session)).toBe(true);
  });

  test('before the last one is refused even within the grace', async () => {
    const session = await signedIn(laurel, 'Ikenna of Nnewi');
    const first = browserWith(laurel, tokenOf(session));
    for (const _ of ['once', 'twice']) {
      await passTime(laurel, tokenOf(session), HOUR);
      await session.get('/me');
    }

    expect(await isIn(first)).toBe(false);
    expect(await isIn(session)).toBe(true);
  });

  test('is replaced once when many pages are asked for together, and all of them come', async () => {
    const session = await signedIn(laurel, 'Ikenna of Ọ̀wọ̀');
    await passTime(laurel, tokenOf(session), HOUR);
    const tabs = Array.from({ length: 5 }, () => browserWith(laurel, tokenOf(session)));

    const pages = await Promise.all(tabs.map((tab) => tab.get('/me')));

    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(pages.filter((page) => page.headers.getSetCookie().length > 0)).toHaveLength(1);
  });

  test('is not replaced by a form, whose answer may be lost', async () => {
    const offer = await anOffer(laurel, 'Ikenna of Ọ̀fà');
    const session = await signedIn(laurel, 'Ikenna of Ọ̀fà');
    const before = tokenOf(session);
    await passTime(laurel, before, HOUR);

    const accepted = await session.post(`${offer.claim}/accept`);

    expect(accepted.status).toBe(303);
    expect(accepted.headers.getSetCookie()).toEqual([]);
    expect(tokenOf(session)).toBe(before);
  });
});

describe('a session ends', () => {
  test('when nobody used it for seven days, and the sweep then forgets it', async () => {
    const session = await signedIn(laurel, 'Jumoke of Iwo');
    await passTime(laurel, tokenOf(session), 7 * DAY - 30);
    expect(await isIn(browserWith(laurel, tokenOf(session)))).toBe(true);

    const idle = await signedIn(laurel, 'Jumoke of Ede');
    await passTime(laurel, tokenOf(idle), 7 * DAY);
    expect(await isIn(idle)).toBe(false);

    expect(await sessionsOf(laurel, 'Jumoke of Ede')).toBe(1);
    await laurel.runtime.tick();
    expect(await sessionsOf(laurel, 'Jumoke of Ede')).toBe(0);
    expect(await sessionsOf(laurel, 'Jumoke of Iwo')).toBe(1);
  });

  test('after thirty days, however much it is used', async () => {
    const session = await signedIn(laurel, 'Jumoke of Ila');
    for (const _ of ['6', '12', '18', '24']) {
      await passTime(laurel, tokenOf(session), 6 * DAY);
      expect(await isIn(session)).toBe(true);
    }
    await passTime(laurel, tokenOf(session), 5 * DAY);
    const late = await session.get('/me');
    const [, seconds] = /Max-Age=(\d+)/.exec(late.headers.get('set-cookie') ?? '') ?? [];
    expect(Number(seconds)).toBeGreaterThan(DAY - 60);
    expect(Number(seconds)).toBeLessThanOrEqual(DAY);

    await passTime(laurel, tokenOf(session), DAY);

    expect(await isIn(session)).toBe(false);
  });
});

describe('logging out', () => {
  test('ends the session for whoever has its token, in this browser alone', async () => {
    const here = await signedIn(laurel, 'Kelechi of Umuahia');
    const elsewhere = await signedIn(laurel, 'Kelechi of Umuahia');
    const copied = browserWith(laurel, tokenOf(here));

    const out = await here.post('/me/logout');

    expect([out.status, out.headers.get('location')]).toEqual([303, '/']);
    expect(here.cookies.has('laurel-session')).toBe(false);
    expect(await isIn(copied)).toBe(false);
    expect(await isIn(elsewhere)).toBe(true);
  });

  test('everywhere ends all sessions of the account, and nobody else’s', async () => {
    const here = await signedIn(laurel, 'Kelechi of Orlu');
    const elsewhere = await signedIn(laurel, 'Kelechi of Orlu');
    const other = await signedIn(laurel, 'Kelechi of Okigwe');

    const out = await here.post('/me/logout-everywhere');

    expect([out.status, out.headers.get('location')]).toEqual([303, '/']);
    expect(here.cookies.has('laurel-session')).toBe(false);
    expect(await isIn(elsewhere)).toBe(false);
    expect(await isIn(other)).toBe(true);
    expect(await sessionsOf(laurel, 'Kelechi of Orlu')).toBe(0);
  });

  test('with a token that was just replaced ends the session of its successor too', async () => {
    const session = await signedIn(laurel, 'Kelechi of Arochukwu');
    const old = browserWith(laurel, tokenOf(session));
    await passTime(laurel, tokenOf(session), HOUR);
    await session.get('/me');

    await old.post('/me/logout');

    expect(await isIn(session)).toBe(false);
  });

  test.each(['/me/logout', '/me/logout-everywhere'])(
    'at %s is refused to another site and by GET, and leads on where nobody is signed in',
    async (path) => {
      const session = await signedIn(laurel, 'Kelechi of Ohafia');

      const foreign = await session.post(
        path,
        {},
        {
          ...JSON_ACCEPT,
          origin: 'https://evil.example',
          'sec-fetch-site': 'cross-site',
        },
      );
      const read = await session.get(path, JSON_ACCEPT);
      const nobody = await browserSession(laurel).post(path);

      await expectProblem(foreign, { reason: 'cross_site_request' });
      expect([read.status, read.headers.get('allow')]).toEqual([405, 'POST']);
      expect([nobody.status, nobody.headers.get('location')]).toEqual([303, '/']);
      expect(await isIn(session)).toBe(true);
    },
  );

  test('leads to the claim that it was asked for', async () => {
    const session = await signedIn(laurel, 'Kelechi of Aba');

    const out = await session.post('/me/logout', { return: '/claim/4fT9kLmNpQrStUvWx' });

    expect(out.headers.get('location')).toBe('/claim/4fT9kLmNpQrStUvWx');
  });

  test.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/',
    '/me/../../x',
    '/%2f%2fevil.example',
  ])('does not lead to %j', async (trick) => {
    const session = await signedIn(laurel, 'Kelechi of Aba');

    const out = await session.post('/me/logout', { return: trick });

    expect([out.status, out.headers.get('location')]).toEqual([303, '/me']);
  });
});

describe('a login replaces what the browser held', () => {
  test('a token that somebody planted is never taken over', async () => {
    const planted = 'ab'.repeat(32);
    const victim = browserWith(laurel, planted);

    await logIn(victim, 'Lami of Minna');

    expect(tokenOf(victim)).toMatch(/^[0-9a-f]{64}$/);
    expect(tokenOf(victim)).not.toBe(planted);
    expect(await isIn(browserWith(laurel, planted))).toBe(false);
    expect(await isIn(victim)).toBe(true);
  });

  test('a session of their own that an attacker planted ends, and never becomes the victim’s', async () => {
    const attacker = await signedIn(laurel, 'Mallam of Nowhere');
    const victim = browserWith(laurel, tokenOf(attacker));

    await logIn(victim, 'Lami of Bida');

    expect(await isIn(attacker)).toBe(false);
    expect(await (await victim.get('/me')).text()).toContain('Lami of Bida');
  });

  test('somebody who is signed in and logs in as another account is that one, and the old token is dead', async () => {
    const browser = await signedIn(laurel, 'Lami of Suleja');
    const before = tokenOf(browser);

    await logIn(browser, 'Lami of Lapai');

    const page = await (await browser.get('/me')).text();
    expect(page).toContain('Lami of Lapai');
    expect(page).not.toContain('Lami of Suleja');
    expect(tokenOf(browser)).not.toBe(before);
    expect(await isIn(browserWith(laurel, before))).toBe(false);
    expect(await sessionsOf(laurel, 'Lami of Suleja')).toBe(0);
  });

  test('the same holds when the browser came with a token that was replaced long ago', async () => {
    const session = await signedIn(laurel, 'Lami of Kontagora');
    const stale = browserWith(laurel, tokenOf(session));
    await passTime(laurel, tokenOf(session), HOUR);
    await session.get('/me');
    await passTime(laurel, tokenOf(session), GRACE);

    await logIn(stale, 'Lami of Mokwa');

    expect(await isIn(session)).toBe(false);
    expect(await isIn(stale)).toBe(true);
  });

  test('a login that is refused leaves the session as it was', async () => {
    const browser = await signedIn(laurel, 'Lami of Wushishi');
    const before = tokenOf(browser);
    await beginLogin(browser);

    const denied = await browser.get('/login/callback?error=unauthorized_client');

    expect(denied.status).toBe(403);
    expect(tokenOf(browser)).toBe(before);
    expect(await isIn(browser)).toBe(true);
  });
});
