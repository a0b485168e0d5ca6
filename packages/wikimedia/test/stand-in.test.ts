import { expect, test } from 'vitest';
import { accountNamed } from '../../../development/wikimedia/account.ts';
import { PEOPLE } from '../../../development/wikimedia/people.ts';
import { authorizationRequest, newLoginAttempt } from '../src/authorize.ts';
import { identify } from '../src/identify.ts';
import type { Wikimedia } from '../src/wikimedia.ts';
import { aWikimedia } from './login.ts';

const AGENT = { 'user-agent': 'tests/1.0 (https://laurel.example/)' };

async function aLoginRequest(wikimedia: Wikimedia) {
  const attempt = newLoginAttempt();
  const url = await authorizationRequest(wikimedia, { ...attempt, uiLocale: 'en' });
  return { attempt, url };
}

/** Fills in the login page as a browser without script would, and sends it. */
async function decide(standInUrl: string, url: URL, fields: Readonly<Record<string, string>>) {
  const form = new URLSearchParams();
  for (const [, name = '', value = ''] of (await (await fetch(url)).text()).matchAll(
    /<input type="hidden" name="([^"]*)" value="([^"]*)"/g,
  )) {
    form.set(name, value.replaceAll('&amp;', '&'));
  }
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return fetch(`${standInUrl}/stand-in/decision`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
  });
}

test('a person who picks a name on the page and allows is logged in as it', async () => {
  const { standIn, wikimedia } = await aWikimedia();
  const { attempt, url } = await aLoginRequest(wikimedia);

  const answer = await decide(standIn.url, url, { picked: 'মীরা', typed: '', decision: 'allow' });

  const callbackUrl = new URL(answer.headers.get('location') ?? '');
  expect(await identify(wikimedia, callbackUrl, attempt)).toMatchObject({
    ok: true,
    value: { username: 'মীরা' },
  });
});

test('a person who cancels is sent back as the wiki does it, and Laurel knows that they said no', async () => {
  const { standIn, wikimedia } = await aWikimedia();
  const { attempt, url } = await aLoginRequest(wikimedia);

  const answer = await decide(standIn.url, url, { picked: 'Anybody', decision: 'cancel' });

  const callbackUrl = new URL(answer.headers.get('location') ?? '');
  expect(callbackUrl.searchParams.has('state')).toBe(false);
  expect(await identify(wikimedia, callbackUrl, attempt)).toEqual({
    ok: false,
    failure: { reason: 'login_denied' },
  });
});

test.each([
  ['Locked Person', 403, 'is locked and cannot log in'],
  ['Nobody Here', 403, 'There is no account'],
  ['Bad#name', 400, 'That is no user name'],
])('%s cannot log in, and the page says why', async (typed, status, why) => {
  const { standIn, wikimedia } = await aWikimedia();
  const { url } = await aLoginRequest(wikimedia);

  const answer = await decide(standIn.url, url, { typed, decision: 'allow' });

  expect(answer.status).toBe(status);
  expect(await answer.text()).toContain(why);
});

test.each([
  ['client_id', 'another'],
  ['redirect_uri', 'http://127.0.0.1:8787/login/callback/'],
  ['response_type', 'token'],
  ['code_challenge_method', 'plain'],
  ['code_challenge', ''],
])(
  'a login request with a wrong %s is shown as wrong, and redirects nobody',
  async (name, value) => {
    const { wikimedia } = await aWikimedia();
    const { url } = await aLoginRequest(wikimedia);
    url.searchParams.set(name, value);
    url.searchParams.set('as', 'Tiago do Arquivo');

    const answer = await fetch(url, { redirect: 'manual' });

    expect(answer.status).toBe(400);
    expect(answer.headers.has('location')).toBe(false);
  },
);

test('what a request carries cannot break out of the page', async () => {
  const { wikimedia } = await aWikimedia();
  const { url } = await aLoginRequest(wikimedia);
  url.searchParams.set('state', '"><script>alert(1)</script>');

  expect(await (await fetch(url)).text()).not.toContain('<script>');
});

test('the token endpoint takes forms alone, and no wrong secret', async () => {
  const { standIn } = await aWikimedia();
  const url = `${standIn.url}/w/rest.php/oauth2/access_token`;
  const form = { grant_type: 'authorization_code', client_id: 'laurel-tests', client_secret: 'x' };
  const multipart = new FormData();
  multipart.set('grant_type', 'authorization_code');

  const asMultipart = await fetch(url, { method: 'POST', headers: AGENT, body: multipart });
  const asForm = await fetch(url, {
    method: 'POST',
    headers: AGENT,
    body: new URLSearchParams(form),
  });

  expect([asMultipart.status, asForm.status]).toEqual([415, 401]);
});

test.each([
  ['node', 403],
  ['client/1.0', 403],
  ['client/1.0 (no contact)', 403],
  ['client/1.0 (https://a.example/)', 200],
  ['client/1.0 (us; mail@a.example) library/2', 200],
])('a program that calls itself %j is answered with %i', async (agent, status) => {
  const { standIn } = await aWikimedia();

  const answer = await fetch(`${standIn.url}/w/api.php?action=query`, {
    headers: { 'user-agent': agent },
  });

  expect(answer.status).toBe(status);
});

async function ask(standInUrl: string, parameters: Readonly<Record<string, string>>) {
  const query = { action: 'query', format: 'json', formatversion: '2', ...parameters };
  const url = `${standInUrl}/w/api.php?${new URLSearchParams(query)}`;
  return (await fetch(url, { headers: AGENT })).json();
}

test('the directory has the wiki’s shapes, by name and by the ids it has seen', async () => {
  const { standIn } = await aWikimedia();
  const gusprop = 'locked|editcount|registration|groupmemberships';
  const byName = await ask(standIn.url, {
    list: 'globalusers',
    gususers: 'example_User|Example User|Nobody X|Bad#name',
    gusprop,
  });
  const found = accountNamed('Example User');
  const id = found.kind === 'account' ? found.account.accountId : '';
  const entry = {
    centralid: Number(id),
    name: 'Example User',
    locked: false,
    editcount: expect.any(Number),
    registration: expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    groupmemberships: [],
  };

  expect(byName).toEqual({
    batchcomplete: true,
    query: {
      globalusers: [
        entry,
        { name: 'Nobody X', missing: true },
        { name: 'Bad#name', invalid: true },
      ],
    },
  });
  expect(
    await ask(standIn.url, { list: 'globalusers', guscentralids: `${id}|1`, gusprop }),
  ).toEqual({
    batchcomplete: true,
    query: { globalusers: [entry, { centralid: 1, missing: true }] },
  });
  expect(await ask(standIn.url, { meta: 'globaluserinfo', guiid: id })).toMatchObject({
    query: { globaluserinfo: { id: Number(id), name: 'Example User' } },
  });
  expect(await ask(standIn.url, { meta: 'globaluserinfo', guiuser: 'Hidden X' })).toEqual({
    batchcomplete: true,
    query: { globaluserinfo: { missing: true } },
  });
});

test('more than 50 names in one call are refused', async () => {
  const { standIn } = await aWikimedia();
  const gususers = Array.from({ length: 51 }, (_, index) => `P${index}`).join('|');

  expect(await ask(standIn.url, { list: 'globalusers', gususers })).toMatchObject({
    error: { code: 'toomanyvalues' },
  });
});

test('everybody on the login page has a canonical name and an id of their own', () => {
  const accounts = PEOPLE.map(({ username }) => accountNamed(username));

  expect(accounts).toEqual(
    PEOPLE.map(({ username }) => ({
      kind: 'account',
      account: expect.objectContaining({ username, hidden: false, locked: false }),
    })),
  );
  expect(
    new Set(accounts.map((found) => (found.kind === 'account' ? found.account.accountId : '')))
      .size,
  ).toBe(PEOPLE.length);
});
