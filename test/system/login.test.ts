import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accountNamed } from '../../development/wikimedia/account.ts';
import {
  allowLogin,
  beginLogin,
  browserSession,
  isSignedIn,
  logIn,
} from '../support/browser-session.ts';
import { aHeldCredential, anOffer } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';

const TOKEN_CALL = 'POST /w/rest.php/oauth2/access_token';
const PROFILE_CALL = 'GET /w/rest.php/oauth2/resource/profile';

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

/** What Laurel itself has asked of Wikimedia during this test. */
function callsOfLaurel() {
  return laurel.standIn.requests
    .slice(seenBefore)
    .filter(({ path }) => !path.endsWith('/authorize') && !path.startsWith('/stand-in'));
}

const callsInWords = () => callsOfLaurel().map(({ method, path }) => `${method} ${path}`);

const sha256 = (text: string) => createHash('sha256').update(text);

function accountIdOf(username: string): string {
  const found = accountNamed(username);
  return found.kind === 'account' ? found.account.accountId : '';
}

function store() {
  return laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
}

/** Every row of both stores, as one text. */
async function everythingStored(): Promise<string> {
  const { miniflare } = laurel.runtime;
  const rows: unknown[] = [];
  for (const database of [
    await store(),
    await miniflare.getD1Database('PUBLIC', 'laurel-verifier'),
  ]) {
    const tables = await database
      .prepare(
        "select name from sqlite_master where type = 'table' and name not like '\\_cf%' escape '\\'",
      )
      .all<{ name: string }>();
    expect(tables.results.length).toBeGreaterThan(5);
    for (const { name } of tables.results) {
      rows.push((await database.prepare(`select * from "${name}"`).all()).results);
    }
  }
  return JSON.stringify(rows);
}

describe('leaving for Wikimedia', () => {
  test('asks by code flow with PKCE S256 who somebody is, and names no scope', async () => {
    const away = await browserSession(laurel).get('/login', { 'accept-language': 'en' });

    const address = new URL(away.headers.get('location') ?? '');
    expect(away.status).toBe(303);
    expect(away.headers.get('cache-control')).toBe('private, no-store');
    expect(`${address.origin}${address.pathname}`).toBe(
      `${laurel.standIn.url}/w/rest.php/oauth2/authorize`,
    );
    expect([...address.searchParams].sort()).toEqual([
      ['client_id', 'laurel-test'],
      ['code_challenge', expect.stringMatching(/^[\w-]{43}$/)],
      ['code_challenge_method', 'S256'],
      ['redirect_uri', `${laurel.origin}/login/callback`],
      ['response_type', 'code'],
      ['state', expect.stringMatching(/^[\w-]{43}$/)],
      ['ui_locales', 'en'],
    ]);
  });

  test('keeps the verifier of the challenge here, and of the state a hash', async () => {
    const session = browserSession(laurel);
    const { searchParams } = await beginLogin(session, '/me/awards/4fT9kLmNpQrStUvWx');
    const state = searchParams.get('state') ?? '';

    const row = await (await store())
      .prepare('select * from logins where state_hash = ?')
      .bind(sha256(state).digest('hex'))
      .first<{ code_verifier: string; return_path: string }>();

    expect(sha256(row?.code_verifier ?? '').digest('base64url')).toBe(
      searchParams.get('code_challenge'),
    );
    expect(row?.return_path).toBe('/me/awards/4fT9kLmNpQrStUvWx');
    expect(Object.values(row ?? {})).not.toContain(state);
    expect([...session.cookies.values()]).toEqual([state]);
  });

  test('is done with a state and a challenge of its own each time', async () => {
    const [one, other] = [
      await beginLogin(browserSession(laurel)),
      await beginLogin(browserSession(laurel)),
    ];

    for (const name of ['state', 'code_challenge']) {
      expect(one.searchParams.get(name)).not.toBe(other.searchParams.get(name));
    }
  });

  test.each([
    ['their browser prefers', '/login', 'ar,en;q=0.5', 'ar'],
    ['they asked for, before that of their browser', '/login?uselang=ar', 'en', 'ar'],
    ['we have, where theirs is another', '/login', 'tlh', 'en'],
  ])(
    'shows people Wikimedia’s pages in the language that %s',
    async (_, path, accepted, wanted) => {
      const away = await browserSession(laurel).get(path, { 'accept-language': accepted });

      const address = new URL(away.headers.get('location') ?? '');
      expect(address.searchParams.get('ui_locales')).toBe(wanted);
    },
  );

  test('has Wikimedia send people back to us alone, whatever host a request names', async () => {
    const away = await browserSession(laurel).get('/login', {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      forwarded: 'host=evil.example',
    });

    const address = new URL(away.headers.get('location') ?? '');
    expect(address.searchParams.get('redirect_uri')).toBe(`${laurel.origin}/login/callback`);
  });
});

describe('coming back from Wikimedia', () => {
  test('spends the code once, reads the profile once, and asks nothing more afterwards', async () => {
    const session = browserSession(laurel);

    const back = await logIn(session, 'Adaeze of Enugu');
    const page = await session.get('/me');

    expect([back.status, back.headers.get('location')]).toEqual([303, '/me']);
    expect(await page.text()).toContain('Adaeze of Enugu');
    expect(callsInWords()).toEqual([TOKEN_CALL, PROFILE_CALL]);
  });

  test('every call to Wikimedia names Laurel, its version and whom to write to', async () => {
    await anOffer(laurel, 'Adaeze of Nsukka');
    await logIn(browserSession(laurel), 'Adaeze of Nsukka');

    const calls = callsOfLaurel();
    expect(new Set(calls.map(({ path }) => path))).toEqual(
      new Set(['/w/api.php', ...[TOKEN_CALL, PROFILE_CALL].map((call) => call.split(' ')[1])]),
    );
    for (const { userAgent } of calls) {
      expect(userAgent).toMatch(
        /^Laurel\/\d+\.\d+\.\d+ \((?:https?:\/\/[^\s()]+|[^\s()@]+@[^\s()@]+)\) oauth4webapi\/[\d.]+$/,
      );
    }
  });

  test('keeps the account’s id and name, and nothing else that Wikimedia says of it', async () => {
    await logIn(browserSession(laurel), 'Adaeze of Awka');

    const row = await (await store())
      .prepare('select * from accounts where id = ?')
      .bind(accountIdOf('Adaeze of Awka'))
      .first();

    expect(row).toEqual({
      id: accountIdOf('Adaeze of Awka'),
      username: 'Adaeze of Awka',
      username_seen_at_seconds: expect.any(Number),
      missing_since_seconds: null,
    });
  });

  test('leaves nothing of the tokens, the code, the verifier or the state in any table or answer', async () => {
    const session = browserSession(laurel);
    const authorize = await beginLogin(session);
    const callback = await allowLogin(session, authorize, 'Adaeze of Onitsha');
    const state = authorize.searchParams.get('state') ?? '';
    const verifier = await (await store())
      .prepare('select code_verifier from logins where state_hash = ?')
      .bind(sha256(state).digest('hex'))
      .first<string>('code_verifier');
    expect(verifier).toMatch(/^[\w-]{43}$/);
    const secrets = {
      access: 'access-token-that-only-this-test-knows',
      refresh: 'refresh-token-that-only-this-test-knows',
      profile: 'a-secret-word-in-the-profile',
      code: new URL(callback).searchParams.get('code') ?? '',
      state,
      verifier: verifier ?? '',
    };
    laurel.standIn.fail('token', {
      times: 1,
      status: 200,
      body: JSON.stringify({
        token_type: 'Bearer',
        expires_in: 14_400,
        access_token: secrets.access,
        refresh_token: secrets.refresh,
      }),
    });
    laurel.standIn.fail('profile', {
      times: 1,
      status: 200,
      body: JSON.stringify({
        sub: '4711',
        username: 'Adaeze of Onitsha',
        realname: secrets.profile,
        email: `${secrets.profile}@mail.example`,
      }),
    });

    const back = await session.get(callback);
    const answers = [back, await session.get('/me'), await session.get(callback)];
    const texts = await Promise.all(
      answers.map(async (one) => JSON.stringify([...one.headers]) + (await one.text())),
    );

    expect(back.status).toBe(303);
    expect(texts[1]).toContain('Adaeze of Onitsha');
    const stored = await everythingStored();
    expect(stored).toContain('4711');
    for (const [what, secret] of Object.entries(secrets)) {
      expect(stored, what).not.toContain(secret);
      for (const text of texts) expect(text, what).not.toContain(secret);
    }
  });

  test('no page before, during or after a login holds a token of the session or of the login', async () => {
    const { id, award, session } = await aHeldCredential(laurel, 'Adaeze of Owerri');
    const token = session.cookies.get('laurel-session') ?? '';
    await beginLogin(session);
    const state = session.cookies.get('laurel-login') ?? '';
    expect([token, state]).toEqual([
      expect.stringMatching(/.{43}/),
      expect.stringMatching(/.{43}/),
    ]);

    for (const path of [
      '/',
      '/verify',
      '/me',
      `/me/awards/${award}`,
      `/me/credentials/${id}/withdraw`,
      '/claim/4fT9kLmNpQrStUvWx',
      `/login/callback?code=abc&state=${'x'.repeat(43)}`,
      '/login/callback?error=server_error',
    ]) {
      const text = await (await session.get(path)).text();
      expect(text, path).toContain('<html');
      for (const secret of [token, state, sha256(token).digest('hex')]) {
        expect(text, path).not.toContain(secret);
      }
    }
    expect(await everythingStored()).not.toContain(token);
  });
});

describe('an account that is', () => {
  test('hidden signs in without a name, and a name that was known of it is forgotten', async () => {
    const username = 'Hidden Person of Lagos';
    await (await store())
      .prepare('insert into accounts (id, username, username_seen_at_seconds) values (?, ?, 1)')
      .bind(accountIdOf(username), username)
      .run();
    const session = browserSession(laurel);

    const back = await logIn(session, username);
    const page = await session.get('/me');

    expect(back.status).toBe(303);
    expect(page.status).toBe(200);
    expect(await page.text()).not.toContain('Hidden Person');
    const row = (await store())
      .prepare('select username from accounts where id = ?')
      .bind(accountIdOf(username));
    expect(await row.first('username')).toBeNull();
    expect(await everythingStored()).not.toContain(username);
  });

  test('blocked on Meta signs in like any other, and the block is written down nowhere', async () => {
    const session = browserSession(laurel);

    await logIn(session, 'Blocked Person of Lagos');

    const page = await session.get('/me');
    expect(page.status).toBe(200);
    expect((await page.text()).replaceAll('Blocked Person', '')).not.toMatch(/\bblocked\b/i);
    expect((await everythingStored()).replaceAll('Blocked Person', '')).not.toMatch(/\bblocked\b/i);
  });

  test('not part of a global one is refused in the reader’s language, with a way to try again', async () => {
    const session = browserSession(laurel);
    const away = await session.get('/login?return=/claim/abc&uselang=ar');
    const authorize = new URL(away.headers.get('location') ?? '');

    const refused = await session.get(await allowLogin(session, authorize, 'Unattached Person'));

    const text = await refused.text();
    expect(refused.status).toBe(403);
    expect(refused.headers.get('cache-control')).toBe('private, no-store');
    expect(text).toContain('dir="rtl"');
    expect(text).toContain('/login?return=%2Fclaim%2Fabc%3Fuselang%3Dar');
    expect(session.cookies.size).toBe(0);
    const ids = (await store()).prepare("select count(*) as count from accounts where id = '0'");
    expect(await ids.first('count')).toBe(0);
  });

  test('locked is stopped by Wikimedia, and nothing of it is kept here', async () => {
    const session = browserSession(laurel);
    const authorize = await beginLogin(session);
    authorize.searchParams.set('as', 'Locked Person of Lagos');

    const stopped = await session.get(authorize.href);

    expect([stopped.status, stopped.headers.get('location')]).toEqual([403, null]);
    expect(callsInWords()).toEqual([]);
    expect(isSignedIn(session)).toBe(false);
    expect(await everythingStored()).not.toContain(accountIdOf('Locked Person of Lagos'));
  });
});
