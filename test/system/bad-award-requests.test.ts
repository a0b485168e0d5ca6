import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf, ORGANIZER } from '../../development/demonstration/seed.ts';
import { anAwardRequest, award, postAwards, reportOf } from '../support/awarding.ts';
import { callApi } from '../support/desk-calls.ts';
import { anAcceptedAward } from '../support/holding.ts';
import { type Laurel, startLaurel, TEST_ISSUER } from '../support/laurel.ts';
import { expectProblem } from '../support/problem.ts';

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

/** Everything that a refused request could have left behind. */
async function storedCounts(): Promise<unknown> {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  return store
    .prepare(
      `select (select count(*) from batches) as batches, (select count(*) from batch_rows) as rows,
        (select count(*) from awards) as awards, (select count(*) from outbox) as outbox,
        (select count(*) from idempotency_keys) as keys, (select count(*) from intents) as intents`,
    )
    .first();
}

test.each([
  {
    title: 'an unknown achievement',
    body: anAwardRequest({ achievement: 'flying' }),
    reason: 'achievement_unknown',
    pointer: '/achievement',
  },
  { title: 'malformed JSON', body: '{"achievement": "training', reason: 'body_not_json' },
  {
    title: 'a member that is named twice',
    body: JSON.stringify(anAwardRequest()).replace('{', '{"consent":"ask",'),
    reason: 'body_not_json',
  },
  {
    title: 'a period that ends before it starts',
    body: anAwardRequest({ period: { start: '2026-11-15', end: '2026-11-14' } }),
    reason: 'request_invalid',
    issue: '/period/end',
  },
  {
    title: 'a day that does not exist',
    body: anAwardRequest({ period: { start: '2026-02-30', end: '2026-03-01' } }),
    reason: 'request_invalid',
    issue: '/period/start',
  },
  {
    title: 'negative hours',
    body: anAwardRequest({ hours: -2 }),
    reason: 'request_invalid',
    issue: '/hours',
  },
  {
    title: 'negative hours of one recipient',
    body: anAwardRequest({ recipients: [{ username: 'Ada' }, { username: 'Bo', hours: -1 }] }),
    reason: 'request_invalid',
    issue: '/recipients/1/hours',
  },
  {
    title: '10,001 recipients',
    body: anAwardRequest({
      recipients: Array.from({ length: 10_001 }, (_, at) => ({ username: `Person ${at}` })),
    }),
    reason: 'request_invalid',
    issue: '/recipients',
  },
  {
    title: 'nobody at all',
    body: anAwardRequest({ recipients: [] }),
    reason: 'request_invalid',
    issue: '/recipients',
  },
  {
    title: 'a member that does not exist',
    body: anAwardRequest({ consentt: 'ask' }),
    reason: 'request_invalid',
    issue: '/consentt',
  },
  {
    title: 'a name given by the organizer',
    body: anAwardRequest({ disclosure: 'name' }),
    reason: 'request_invalid',
    issue: '/disclosure',
  },
  {
    title: 'evidence over plain http',
    body: anAwardRequest({ evidence: [{ class: 'on-wiki-page', url: 'http://example.org/' }] }),
    reason: 'request_invalid',
    issue: '/evidence/0/url',
  },
  {
    title: 'a language that the achievement has no text in',
    body: anAwardRequest({ language: 'tlh' }),
    reason: 'language_unavailable',
    pointer: '/language',
  },
  {
    title: 'a role without its term',
    body: anAwardRequest({ achievement: 'role-mentor', period: undefined }),
    reason: 'request_invalid',
    issue: '/recipients/0/period',
  },
])('$title is refused as $reason, and nothing is stored', async ({ body, ...wanted }) => {
  const before = await storedCounts();

  const answer = await postAwards(laurel, body);

  await expectProblem(answer, wanted);
  expect(await storedCounts()).toEqual(before);
});

test('a body over 8 MiB is refused', async () => {
  const body = JSON.stringify(anAwardRequest({ padding: 'x'.repeat(8 * 1024 * 1024) }));

  await expectProblem(await postAwards(laurel, body), { reason: 'body_too_large' });
});

test('who sends a large body without a token sees the answer all the same', async () => {
  const body = 'x'.repeat(9 * 1024 * 1024);
  for (let time = 0; time < 8; time += 1) {
    const answer = await postAwards(laurel, body, { authorization: undefined });

    await expectProblem(answer, { reason: 'token_missing' });
  }
});

test('a body of another media type is refused', async () => {
  const answer = await postAwards(laurel, anAwardRequest(), { 'content-type': 'text/plain' });

  await expectProblem(answer, { reason: 'media_type_unsupported' });
});

test.each([
  { title: 'no token', authorization: undefined, reason: 'token_missing', status: 401 },
  { title: 'a wrong token', authorization: `Bearer ${'x'.repeat(40)}`, reason: 'token_unknown' },
  { title: 'another scheme', authorization: 'Basic eDp5', reason: 'token_unknown' },
])('$title is answered 401', async ({ authorization, reason }) => {
  const answer = await postAwards(laurel, anAwardRequest(), { authorization });

  expect(answer.status).toBe(401);
  expect(answer.headers.get('www-authenticate')).toContain('Bearer');
  await expectProblem(answer, { reason });
});

test('an expired token is answered 401, and says so', async () => {
  const past = Math.floor(Date.now() / 1000) - 1;
  const token = await laurel.stewardship.makeToken(laurel.issuer, '1', ['awards:write'], past);

  const answer = await postAwards(laurel, anAwardRequest(), { authorization: `Bearer ${token}` });

  expect(answer.status).toBe(401);
  await expectProblem(answer, { reason: 'token_expired' });
});

test('a token of another issuer is answered 403', async () => {
  const soon = Math.floor(Date.now() / 1000) + 60;
  const token = await laurel.stewardship.makeToken(TEST_ISSUER.slug, '1', ['awards:write'], soon);

  const answer = await postAwards(laurel, anAwardRequest(), { authorization: `Bearer ${token}` });

  expect(answer.status).toBe(403);
  await expectProblem(answer, { reason: 'token_foreign' });
});

test('a token without the scope is answered 403, and names the scope', async () => {
  const soon = Math.floor(Date.now() / 1000) + 60;
  const token = await laurel.stewardship.makeToken(laurel.issuer, '1', ['awards:read'], soon);

  const answer = await postAwards(laurel, anAwardRequest(), { authorization: `Bearer ${token}` });

  expect(answer.status).toBe(403);
  await expectProblem(answer, { reason: 'token_scope_missing' });
});

test('an issuer of kind test may not award', async () => {
  const soon = Math.floor(Date.now() / 1000) + 60;
  const token = await laurel.stewardship.makeToken(
    TEST_ISSUER.slug,
    accountIdOf(ORGANIZER),
    ['awards:write'],
    soon,
  );

  const answer = await fetch(`${laurel.url}/api/v1/issuers/${TEST_ISSUER.slug}/awards`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': 'a-test-issuer',
    },
    body: JSON.stringify(anAwardRequest()),
  });

  await expectProblem(answer, { reason: 'issuer_may_not_award' });
});

test('without an Idempotency-Key nothing is taken on', async () => {
  const answer = await postAwards(laurel, anAwardRequest(), { 'idempotency-key': undefined });

  await expectProblem(answer, { reason: 'idempotency_key_missing' });
});

test.each(['x'.repeat(256), 'two words'])(
  'the Idempotency-Key %j is refused, and the form that it needs is named',
  async (key) => {
    const answer = await postAwards(laurel, anAwardRequest(), { 'idempotency-key': key });

    const { remedy } = await expectProblem(answer, { reason: 'idempotency_key_missing' });
    expect(remedy).toContain('1 to 255 visible ASCII characters');
  },
);

test('the same key with the same body gives the same batch, with another body it is refused', async () => {
  const key = { 'idempotency-key': 'one-key' };
  const request = anAwardRequest({ recipients: [{ username: 'Idá of Òyó' }] });
  const first = await award(laurel, request, key);

  const again = await award(laurel, request, key);
  const other = await postAwards(laurel, { ...request, hours: 3 }, key);

  expect(again).toEqual(first);
  expect(other.status).toBe(422);
  await expectProblem(other, { reason: 'idempotency_key_reused' });
  expect(await reportOf(laurel, first.batch)).toEqual(first);
});

test.each([
  ['/api/v1/issuers/demonstration/awards', 'POST'],
  ['/api/v1/awards/none/revocation', 'POST'],
  ['/api/v1/awards/none/cancellation', 'POST'],
])('GET %s is answered 405 with what is allowed', async (path, allowed) => {
  const answer = await fetch(`${laurel.url}${path}`);

  expect(answer.status).toBe(405);
  expect(answer.headers.get('allow')).toBe(allowed);
  await expectProblem(answer, { reason: 'method_not_allowed' });
});

test('a program that uses the desk’s own words as a key stands in the way of nothing', async () => {
  const { award: id } = await anAcceptedAward(laurel, 'Key of Keys');
  const recipients = [{ username: 'Somebody Else of Keys' }];
  await award(laurel, anAwardRequest({ recipients }), { 'idempotency-key': `correction:${id}:0` });
  expect((await callApi(laurel, 'POST', `/awards/${id}/correction`, { hours: 3 })).status).toBe(
    202,
  );
});
