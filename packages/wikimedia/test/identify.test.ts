import { expect, test } from 'vitest';
import { accountNamed } from '../../../development/wikimedia/account.ts';
import { newCodeVerifier } from '../src/authorize.ts';
import { identify } from '../src/identify.ts';
import { aWikimedia, logInAs, returnAs, wikimediaAt } from './login.ts';

const EXPIRED = { ok: false, failure: { reason: 'login_expired' } };

test.each(['Ngozi Reads Aloud', 'سلمى القارئة', 'Ìyábọ̀ ti Ìwé', 'გვანცა მთიდან', '林小圖'])(
  'a login as %s ends in the global account id, the name, and nothing else',
  async (username) => {
    const { wikimedia } = await aWikimedia();
    const found = accountNamed(username);

    const identified = await logInAs(wikimedia, username);

    expect(identified).toStrictEqual({
      ok: true,
      value: {
        accountId: found.kind === 'account' ? found.account.accountId : '',
        username: username.normalize('NFC'),
        hidden: false,
        blockedOnMeta: false,
      },
    });
  },
);

test('every call names Laurel, its version and a contact, and each endpoint is asked once', async () => {
  const { standIn, wikimedia } = await aWikimedia();

  await logInAs(wikimedia, 'Tiago do Arquivo');

  const calls = standIn.requests.filter(({ path }) => !path.endsWith('/authorize'));
  expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /w/rest.php/oauth2/access_token',
    'GET /w/rest.php/oauth2/resource/profile',
  ]);
  expect(new Set(calls.map(({ userAgent }) => userAgent))).toEqual(
    new Set(['Laurel/0.1.0 (https://laurel.example/contact) oauth4webapi/3.8.8']),
  );
});

test('a hidden account is known by its id alone', async () => {
  const { wikimedia } = await aWikimedia();

  expect(await logInAs(wikimedia, 'Hidden Person')).toMatchObject({
    ok: true,
    value: { accountId: expect.stringMatching(/^[1-9]\d*$/), username: null, hidden: true },
  });
});

test('a block on Meta is told, and is no refusal', async () => {
  const { wikimedia } = await aWikimedia();

  expect(await logInAs(wikimedia, 'Blocked Person')).toMatchObject({
    ok: true,
    value: { username: 'Blocked Person', hidden: false, blockedOnMeta: true },
  });
});

test('an account that is not part of a global one is refused', async () => {
  const { wikimedia } = await aWikimedia();

  expect(await logInAs(wikimedia, 'Unattached Person')).toEqual({
    ok: false,
    failure: { reason: 'account_unattached' },
  });
});

test('a code is worth nothing with the verifier of another attempt', async () => {
  const { wikimedia } = await aWikimedia();
  const { attempt, callbackUrl } = await returnAs(wikimedia, 'Tiago do Arquivo');

  const identified = await identify(wikimedia, callbackUrl, {
    ...attempt,
    codeVerifier: newCodeVerifier(),
  });

  expect(identified).toEqual(EXPIRED);
});

test('a code works once', async () => {
  const { wikimedia } = await aWikimedia();
  const { attempt, callbackUrl } = await returnAs(wikimedia, 'Tiago do Arquivo');

  expect(await identify(wikimedia, callbackUrl, attempt)).toMatchObject({ ok: true });
  expect(await identify(wikimedia, callbackUrl, attempt)).toEqual(EXPIRED);
});

test.each([
  ['the state of another attempt', (url: URL) => url.searchParams.set('state', 'another')],
  ['no state', (url: URL) => url.searchParams.delete('state')],
  ['two states', (url: URL) => url.searchParams.append('state', 'another')],
  ['no code', (url: URL) => url.searchParams.delete('code')],
  ['an empty code', (url: URL) => url.searchParams.set('code', '')],
  ['two codes', (url: URL) => url.searchParams.append('code', 'another')],
  ['the name of another server', (url: URL) => url.searchParams.set('iss', 'https://a.example')],
])('an answer with %s is refused before Wikimedia is asked', async (_, spoil) => {
  const { standIn, wikimedia } = await aWikimedia();
  const { attempt, callbackUrl } = await returnAs(wikimedia, 'Tiago do Arquivo');
  const seenBefore = standIn.requests.length;
  spoil(callbackUrl);

  expect(await identify(wikimedia, callbackUrl, attempt)).toEqual(EXPIRED);
  expect(standIn.requests).toHaveLength(seenBefore);
});

test('a code that the wiki never gave is refused', async () => {
  const { wikimedia } = await aWikimedia();
  const { attempt, callbackUrl } = await returnAs(wikimedia, 'Tiago do Arquivo');
  callbackUrl.searchParams.set('code', 'invented');

  expect(await identify(wikimedia, callbackUrl, attempt)).toEqual(EXPIRED);
});

const attempt = { state: 'this-attempt', codeVerifier: 'v'.repeat(43) };

function answerWith(parameters: Readonly<Record<string, string>>): URL {
  return new URL(`http://127.0.0.1:8787/login/callback?${new URLSearchParams(parameters)}`);
}

test.each([
  ['as RFC 6749 has it', { error: 'access_denied', state: attempt.state }],
  ['as the wiki says it, without a state', { error: 'unauthorized_client' }],
])('a person who said no is told so: %s', async (_, parameters) => {
  const wikimedia = wikimediaAt('https://meta.example');

  expect(await identify(wikimedia, answerWith(parameters), attempt)).toEqual({
    ok: false,
    failure: { reason: 'login_denied' },
  });
});

test('a refusal that belongs to another attempt is not taken for this one', async () => {
  const wikimedia = wikimediaAt('https://meta.example');
  const callbackUrl = answerWith({ error: 'access_denied', state: 'another' });

  expect(await identify(wikimedia, callbackUrl, attempt)).toEqual(EXPIRED);
});

test('a login page that failed is no fault of the person', async () => {
  const wikimedia = wikimediaAt('https://meta.example');
  const callbackUrl = answerWith({ error: 'server_error', state: attempt.state });

  expect(await identify(wikimedia, callbackUrl, attempt)).toEqual({
    ok: false,
    failure: { reason: 'wikimedia_unavailable', retryAfterSeconds: 30 },
  });
});

test('a consumer that Wikimedia does not know is a defect of ours, and its secret stays out of it', async () => {
  const { wikimedia } = await aWikimedia();
  const { attempt, callbackUrl } = await returnAs(wikimedia, 'Tiago do Arquivo');

  const identified = identify({ ...wikimedia, clientSecret: 'wrong' }, callbackUrl, attempt);

  await expect(identified).rejects.toThrow(/^Wikimedia does not accept our OAuth consumer$/);
});
