import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ORGANIZER } from '../../development/demonstration/seed.ts';
import { aSteward, callApi } from '../support/applying.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { keyIn, keyRows, publishedMethods } from '../support/keys.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { expectProblem } from '../support/problem.ts';
import { signedIn } from '../support/stored-sessions.ts';

let laurel: Laurel;
let steward: BrowserSession;
let organizer: BrowserSession;
beforeAll(async () => {
  laurel = await startLaurel();
  steward = await aSteward(laurel);
  organizer = await signedIn(laurel, ORGANIZER);
});
afterAll(() => laurel.stop());

const KEYS = '/desk/stewards/keys';
const A_MOMENT = '2026-01-01T00:00:00Z';

const store = () => laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');

async function countOrders(): Promise<unknown> {
  return (await store()).prepare('select count(*) as count from key_orders').first('count');
}

test('the pages and the API are there for stewards alone', async () => {
  const [key] = await keyRows(laurel);
  const paths = ['', '/demonstration', `/demonstration/${key?.id}/compromise`];
  for (const path of paths) {
    expect([path, (await steward.get(`${KEYS}${path}`)).status]).toEqual([path, 200]);
    expect([path, (await organizer.get(`${KEYS}${path}`)).status]).toEqual([path, 404]);
  }
  const before = await countOrders();
  expect((await organizer.post(`${KEYS}/demonstration/rotation`)).status).toBe(404);
  const path = '/stewards/keys/demonstration/rotation';
  await expectProblem(await callApi(laurel, organizer, 'POST', path, {}), {
    reason: 'page_unknown',
  });
  expect(await countOrders()).toBe(before);
});

test.each(['/nobody', '/demonstration/11111111111111111/compromise'])(
  'there is no page %s, and nothing can be ordered there',
  async (path) => {
    expect((await steward.get(`${KEYS}${path}`)).status).toBe(404);
    const before = await countOrders();
    await steward.post(`${KEYS}${path}`, { since: '2026-01-01T00:00', agree: 'yes' });
    await steward.post(`${KEYS}/nobody/rotation`);
    expect(await countOrders()).toBe(before);
  },
);

describe('saying that a key was stolen', () => {
  test.each(['yesterday', '2999-01-01T00:00', '', '2026-13-01T00:00'])(
    'since “%s” is refused, and what was typed stays',
    async (since) => {
      const key = await keyIn(laurel, 'signing', 'Ed25519');
      const before = await countOrders();
      const answer = await steward.post(`${KEYS}/demonstration/${key}/compromise`, {
        since,
        agree: 'yes',
      });
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(page).toContain(`value="${since}"`);
      expect(page).toContain('aria-invalid');
      expect(await countOrders()).toBe(before);
    },
  );

  test('is asked once more, with what it means, before anything is done', async () => {
    const key = await keyIn(laurel, 'signing', 'Ed25519');
    const before = await countOrders();
    const path = `${KEYS}/demonstration/${key}/compromise`;
    const answer = await steward.post(path, { since: '2026-11-01T03:00' });
    expect(answer.status).toBe(200);
    const page = await answer.text();
    expect(page).toContain('It cannot be undone');
    expect(page).toContain('name="since" value="2026-11-01T03:00"');
    expect(await countOrders()).toBe(before);
    expect((await publishedMethods(laurel)).join(' ')).toContain(key);
  });
});

test('an order that the signer could not be told is carried out by its next tick', async () => {
  const before = await keyRows(laurel, 'test');
  expect(before.map(({ state }) => state)).toEqual(['signing', 'signing']);
  await (await store())
    .prepare("insert into key_orders values ('lost', 'rotate', 'test', null, null, null, 0)")
    .run();

  await laurel.runtime.tick();

  const after = await keyRows(laurel, 'test');
  expect(after.filter(({ state }) => state === 'waiting')).toHaveLength(2);
  const page = await (await steward.get(`${KEYS}/test`)).text();
  expect(page).toContain('New keys</strong>: done');
});

test('by the API: keys with their states, orders with what became of them, and both acts', async () => {
  const path = '/stewards/keys/demonstration';
  const rotation = await callApi(laurel, steward, 'POST', `${path}/rotation`, {
    algorithm: 'RS256',
  });
  expect(rotation.status).toBe(202);
  expect(rotation.headers.get('location')).toBe(`${laurel.origin}/api/v1${path}`);
  const stolen = await keyIn(laurel, 'signing', 'Ed25519');
  const declared = await callApi(laurel, steward, 'POST', `${path}/${stolen}/compromise`, {
    since: A_MOMENT,
  });
  expect(declared.status).toBe(202);

  const told = await (await callApi(laurel, steward, 'GET', path)).json();
  expect(told).toMatchObject({
    issuer: 'demonstration',
    keys: expect.arrayContaining([
      expect.objectContaining({
        key: stolen,
        state: 'compromised',
        compromisedSince: '2026-01-01T00:00:00.000Z',
        credentials: 0,
      }),
      expect.objectContaining({ algorithm: 'RS256', state: 'waiting' }),
      expect.objectContaining({ algorithm: 'Ed25519', state: 'signing' }),
    ]),
    orders: expect.arrayContaining([
      expect.objectContaining({ act: 'rotate', outcome: 'done' }),
      expect.objectContaining({ act: 'compromised', key: stolen, outcome: 'done' }),
    ]),
  });
  const all = await (await callApi(laurel, steward, 'GET', '/stewards/keys')).json();
  expect(all).toMatchObject({
    total: 2,
    issuers: [{ issuer: 'demonstration' }, { issuer: 'test' }],
  });
});

test.each([
  { body: { since: 'yesterday' }, issue: '/since' },
  { body: { since: '2999-01-01T00:00:00Z' }, issue: '/since' },
  { body: { since: '2026-01-01T00:00:00' }, issue: '/since' },
  { body: {}, issue: '/since' },
])('the API refuses $body', async ({ body, issue }) => {
  const key = await keyIn(laurel, 'signing', 'Ed25519');
  const path = `/stewards/keys/demonstration/${key}/compromise`;

  const answer = await callApi(laurel, steward, 'POST', path, body);

  await expectProblem(answer, { reason: 'request_invalid', issue });
});

test('who ordered it is in the trail of the stewards and of the issuer', async () => {
  const trail = await (await steward.get('/desk/stewards/audit')).text();
  expect(trail).toContain('Declared a key stolen');
  expect(trail).toContain('Stella the Steward');
  const own = await (await organizer.get(`/desk/issuers/${laurel.issuer}/audit`)).text();
  expect(own).toContain('Declared a key stolen');
  expect(own).toContain('Ordered new keys');
});
