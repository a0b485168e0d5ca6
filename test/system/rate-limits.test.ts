import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { hiddenFieldsIn } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { endWindows, limitKeys, usedOf, useUp } from '../support/limits.ts';
import { aMember } from '../support/members.ts';
import { expectProblem } from '../support/problem.ts';

const ORGANIZER = 'Nkechi of the Programs';
const JSON_BODY = { 'content-type': 'application/json' };

let laurel: Laurel;
let organizer: BrowserSession;
let api: string;
let desk: string;
beforeAll(async () => {
  laurel = await startLaurel();
  organizer = await aMember(laurel, ORGANIZER, ['admin', 'awarder']);
  api = `${laurel.url}/api/v1/issuers/${laurel.issuer}`;
  desk = `/desk/issuers/${laurel.issuer}`;
});
afterAll(() => laurel.stop());

/** A token of the organizer's, with the id that its limits are counted under. */
async function aToken(): Promise<{ readonly id: string; readonly secret: string }> {
  const made = await fetch(`${api}/tokens`, {
    method: 'POST',
    headers: { ...JSON_BODY, cookie: cookiesOf(organizer) },
    body: JSON.stringify({ name: 'Event tool', scopes: ['awards:read', 'awards:write'], days: 9 }),
  });
  const { token, secret } = z
    .object({ token: z.string(), secret: z.string() })
    .parse(await made.json());
  return { id: token, secret };
}

function cookiesOf({ cookies }: BrowserSession): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}

const figures = (secret: string) =>
  fetch(`${api}/figures`, { headers: { authorization: `Bearer ${secret}` } });

const giveList = (secret: string) =>
  fetch(`${api}/sheets`, {
    method: 'POST',
    headers: { ...JSON_BODY, authorization: `Bearer ${secret}` },
    body: JSON.stringify({ text: 'Ọlá of Ìbàdàn\n' }),
  });

test('every answer of the API says the limit, and what remains of it, for each token by itself', async () => {
  const one = await aToken();
  const other = await aToken();

  const first = await figures(one.secret);
  const second = await figures(one.secret);
  const others = await figures(other.secret);

  expect(first.headers.get('ratelimit-policy')).toBe('"api-reads";q=1800;w=60');
  expect(first.headers.get('ratelimit')).toMatch(/^"api-reads";r=1799;t=\d+$/);
  expect(second.headers.get('ratelimit')).toMatch(/^"api-reads";r=1798;t=\d+$/);
  expect(others.headers.get('ratelimit')).toMatch(/^"api-reads";r=1799;t=\d+$/);
  const dear = await giveList(one.secret);
  expect(dear.headers.get('ratelimit-policy')).toBe(
    '"api-writes";q=300;w=60, "lists";q=120;w=3600',
  );
});

test('a session is counted by its account, at the API as in forms', async () => {
  const read = await organizer.get(`/api/v1/issuers/${laurel.issuer}/figures`);
  expect(read.headers.get('ratelimit')).toMatch(/^"api-reads";r=\d+;t=\d+$/);
  expect(await usedOf(laurel, `api-reads:${accountIdOf(ORGANIZER)}`)).toBeGreaterThan(0);
  const sent = await organizer.post(`${desk}/tokens`, { name: '' });
  expect(sent.headers.get('ratelimit-policy')).toContain('"forms";q=300;w=300');
  expect((await organizer.get(`${desk}/tokens`)).headers.get('ratelimit')).toBeNull();
});

test('many at once are counted one by one', async () => {
  const { id, secret } = await aToken();
  await Promise.all(Array.from({ length: 40 }, () => figures(secret)));
  expect(await usedOf(laurel, `api-reads:${id}`)).toBe(40);
});

test('beyond the limit a call is refused with the wait, until the window ends; others are not', async () => {
  const { id, secret } = await aToken();
  const other = await aToken();
  await figures(secret);
  await useUp(laurel, `api-reads:${id}`, 1_799);

  expect((await figures(secret)).status).toBe(200);
  const refused = await figures(secret);
  const problem = await expectProblem(refused, { reason: 'rate_limited' });
  expect(refused.status).toBe(429);
  const wait = Number(refused.headers.get('retry-after'));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(60);
  expect(problem.retryAfterSeconds).toBe(wait);
  expect(refused.headers.get('ratelimit')).toBe(`"api-reads";r=0;t=${wait}`);
  expect((await figures(other.secret)).status).toBe(200);

  await endWindows(laurel);
  expect((await figures(secret)).status).toBe(200);
});

test('what is dear is counted for the account, whichever of its tokens asks', async () => {
  const one = await aToken();
  const other = await aToken();
  const key = `lists:${accountIdOf(ORGANIZER)}`;
  expect((await giveList(one.secret)).status).toBe(201);
  const before = await usedOf(laurel, key);
  expect((await giveList(other.secret)).status).toBe(201);
  expect(await usedOf(laurel, key)).toBe(before + 1);

  await useUp(laurel, key, 120);
  await expectProblem(await giveList(other.secret), { reason: 'rate_limited' });
  expect((await organizer.post(`${desk}/sheets`, { list: 'A B\n' })).status).toBe(429);
  expect((await figures(other.secret)).status).toBe(200);
  await endWindows(laurel);
});

test('a form too many is a page that holds what was typed, to be sent again after the wait', async () => {
  const typed = [
    ['name', '“Kept” <b>name</b>'],
    ['scopes', 'awards:read'],
    ['days', '9'],
  ] as const;
  await organizer.post(`${desk}/tokens`, typed);
  await useUp(laurel, `tokens:${accountIdOf(ORGANIZER)}`, 20);

  const refused = await organizer.post(`${desk}/tokens`, typed);

  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(refused.headers.get('ratelimit')).toContain('"tokens";r=0;');
  const page = await refused.text();
  expect(page).toContain(`action="${desk}/tokens"`);
  expect(page).not.toContain('<b>name');
  const fields = hiddenFieldsIn(page);
  expect(fields).toMatchObject({ scopes: 'awards:read', days: '9' });
  await endWindows(laurel);
  const again = await organizer.post(`${desk}/tokens`, { ...fields, name: 'Kept name' });
  expect(await again.text()).toMatch(/laurel_[0-9a-f]{64}/);
});

test('a form with a file asks for the file again, and keeps the rest', async () => {
  await organizer.post(`${desk}/sheets`, { list: 'A B\n' });
  await useUp(laurel, `lists:${accountIdOf(ORGANIZER)}`, 120);
  const form = new FormData();
  form.set('label', 'Archive day');
  form.set('file', new File(['Username\nA B\n'], 'people.csv'));

  const refused = await fetch(`${laurel.url}${desk}/sheets`, {
    method: 'POST',
    body: form,
    headers: { cookie: cookiesOf(organizer), accept: 'text/html', origin: laurel.origin },
  });

  const page = await refused.text();
  expect(refused.status).toBe(429);
  expect(page).toContain('name="label" value="Archive day"');
  expect(page).toContain('enctype="multipart/form-data"');
  expect(page).toMatch(/<input[^>]*name="file"[^>]*type="file"/);
  await endWindows(laurel);
});

test('a bot that sends forms is stopped, and its account can still log out everywhere', async () => {
  const bot = await aMember(laurel, 'Botty of the Forms', ['awarder']);
  await bot.post(`${desk}/tokens`);
  await useUp(laurel, `forms:${accountIdOf('Botty of the Forms')}`, 300);
  expect((await bot.post(`${desk}/tokens`)).status).toBe(429);
  expect((await bot.post('/me/credentials/one/link')).status).toBe(429);
  expect((await bot.post('/claim/one/accept')).status).toBe(429);
  expect((await bot.post('/me/logout-everywhere')).status).toBe(303);
});

test('what is dear to draw is counted though it is only looked at', async () => {
  const preview = `${desk}/achievements/newcomer-support/preview/badge.svg`;
  const drawn = await organizer.get(preview);
  expect(drawn.headers.get('ratelimit-policy')).toBe('"drawings";q=300;w=3600');
  await useUp(laurel, `drawings:${accountIdOf(ORGANIZER)}`, 300);
  const refused = await organizer.get(preview);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await organizer.get(desk)).status).toBe(200);
});

test('nothing is counted for who is nobody, and what is counted holds ids alone and is forgotten', async () => {
  const before = await limitKeys(laurel);
  for (const secret of ['nothing', `laurel_${'0'.repeat(64)}`]) await figures(secret);
  await fetch(`${api}/figures`);
  expect(await limitKeys(laurel)).toEqual(before);
  expect(before.length).toBeGreaterThan(0);
  for (const key of before) expect(key).toMatch(/^[a-z-]+:\w+$/);

  await endWindows(laurel);
  await laurel.runtime.tick();
  expect(await limitKeys(laurel)).toEqual([]);
});

test('the API’s description says the limits of every operation that has a caller', async () => {
  const Described = z.object({
    paths: z.record(
      z.string(),
      z.record(
        z.string(),
        z.object({
          'x-scope': z.string(),
          responses: z.record(z.string(), z.record(z.string(), z.unknown())),
        }),
      ),
    ),
    components: z.object({
      responses: z.object({ RateLimited: z.object({ description: z.string() }) }),
    }),
  });
  const answer = await fetch(`${laurel.url}/api/v1/openapi.json`);
  const { paths, components } = Described.parse(await answer.json());
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, { 'x-scope': scope, responses }] of Object.entries(operations)) {
      if (scope === 'anybody') continue;
      const { 429: limited, ...others } = responses;
      expect([path, method, limited?.$ref]).toEqual([
        path,
        method,
        '#/components/responses/RateLimited',
      ]);
      for (const other of Object.values(others)) {
        expect(Object.keys(Object(other.headers))).toContain('RateLimit');
      }
    }
  }
  expect(components.responses.RateLimited.description).toContain('`api-reads`: 1800 in 60 seconds');
});
