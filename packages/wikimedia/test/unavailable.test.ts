import { expect, test } from 'vitest';
import type { Endpoint, Fault } from '../../../development/wikimedia/faults.ts';
import { identify } from '../src/identify.ts';
import { aWikimedia, logInAs, returnAs, wikimediaAt } from './login.ts';

const unavailable = (retryAfterSeconds: number) => ({
  ok: false,
  failure: { reason: 'wikimedia_unavailable', retryAfterSeconds },
});

const FAULTS: readonly [string, Endpoint, Omit<Fault, 'times'>, number][] = [
  ['a profile that fails', 'profile', { status: 500 }, 30],
  ['a profile that is asked too often', 'profile', { status: 429, retryAfterSeconds: 7 }, 7],
  ['a profile that is no JSON', 'profile', { status: 200, body: '<p>Oops</p>' }, 30],
  ['a profile without a subject', 'profile', { status: 200, body: '{"username":"A"}' }, 30],
  ['a profile with a number for a subject', 'profile', { status: 200, body: '{"sub":5}' }, 30],
  ['a token endpoint that fails', 'token', { status: 503, retryAfterSeconds: 120 }, 120],
  ['a token endpoint that is asked too often', 'token', { status: 429 }, 30],
  ['a token endpoint that speaks no JSON', 'token', { status: 200, body: 'Oops' }, 30],
  ['a token endpoint that gives no token', 'token', { status: 200, body: '{}' }, 30],
  [
    'a token of an unknown type',
    'token',
    { status: 200, body: '{"access_token":"a","token_type":"mac"}' },
    30,
  ],
  [
    'an error of the wiki around the endpoint',
    'token',
    { status: 400, body: '{"httpCode":400}' },
    30,
  ],
];

test.each(FAULTS)(
  '%s makes the login wait, and a later one works',
  async (_, endpoint, fault, seconds) => {
    const { standIn, wikimedia } = await aWikimedia();
    standIn.fail(endpoint, { times: 1, ...fault });

    expect(await logInAs(wikimedia, 'Tiago do Arquivo')).toEqual(unavailable(seconds));
    expect(await logInAs(wikimedia, 'Tiago do Arquivo')).toMatchObject({ ok: true });
  },
);

test.each(['token', 'profile'] as const)(
  'a redirect of the %s endpoint is not followed with what we hold',
  async (endpoint) => {
    const { standIn, wikimedia } = await aWikimedia();
    const { attempt, callbackUrl } = await returnAs(wikimedia, 'Tiago do Arquivo');
    standIn.fail(endpoint, {
      times: 1,
      status: 307,
      headers: { location: `${standIn.url}/elsewhere` },
    });

    expect(await identify(wikimedia, callbackUrl, attempt)).toEqual(unavailable(30));
    expect(standIn.requests.filter(({ path }) => path === '/elsewhere')).toEqual([]);
  },
);

test('a wiki that cannot be reached makes the login wait', async () => {
  const { standIn, wikimedia } = await aWikimedia();
  const { attempt, callbackUrl } = await returnAs(wikimedia, 'Tiago do Arquivo');
  await standIn.close();

  expect(await identify(wikimediaAt(standIn.url), callbackUrl, attempt)).toEqual(unavailable(30));
});
