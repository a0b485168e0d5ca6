import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createApp } from '../../services/verifier/src/app.ts';
import type { VerifierEnv } from '../../services/verifier/src/env.ts';
import { keepingWhatIsAsked, planOf } from '../support/asked-plans.ts';
import { aCredential } from '../support/awarding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { fetchJson } from '../support/stranger.ts';

/**
 * What reads a table from its beginning: anything but a set that a statement brings along, the levels of a tree that it counts,
 * and the newest tree head, which is the last row there is.
 */
const READS_A_TABLE = /^SCAN (?!json_each|side|levels|CONSTANT ROW|log_checkpoints$)/;

let laurel: Laurel;
let id: string;
let document: string;
let list: string;
let achievement: string;

beforeAll(async () => {
  laurel = await startLaurel();
  // The platform's cache, which Node has none of.
  vi.stubGlobal('caches', await laurel.runtime.miniflare.getCaches());
  const { page } = await aCredential(laurel);
  id = page.slice(page.lastIndexOf('/') + 1);
  // What was signed stands in the log, and a head over it is signed.
  await laurel.runtime.tick();
  document = await (await fetch(`${page}.json`)).text();
  const { credentialStatus, credentialSubject } = JSON.parse(document);
  list = credentialStatus.statusListCredential.split('/').at(-1);
  achievement = credentialSubject.achievement.id.split('/').at(-1);
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await laurel.stop();
});

async function asked(path: string, init: RequestInit = {}) {
  const env = await laurel.runtime.miniflare.getBindings<VerifierEnv>('laurel-verifier');
  const { keeping, asked, roundTrips } = keepingWhatIsAsked(env.PUBLIC);
  const app = createApp(() => Math.floor(Date.now() / 1000));
  const answer = await app.request(`${laurel.origin}${path}`, init, { ...env, PUBLIC: keeping });
  const body = await answer.text();
  const plans = await Promise.all(asked.map((one) => planOf(env.PUBLIC, one)));
  const reading = asked.filter((_, at) => plans[at]?.some((line) => READS_A_TABLE.test(line)));
  return {
    body,
    cost: {
      status: answer.status,
      statements: asked.length,
      roundTrips: roundTrips(),
      reading: reading.map(({ sql }) => sql),
    },
  };
}

const HTML = { headers: { accept: 'text/html' } };
const JSON_ALONE = { headers: { accept: 'application/json' } };

test.each([
  { path: () => `/c/${id}`, init: HTML, statements: 7 },
  { path: () => `/c/${id}`, init: JSON_ALONE, statements: 1 },
  { path: () => `/c/${id}.json`, init: {}, statements: 1 },
  { path: () => `/c/${id}.jwt?profile=vc-jose`, init: {}, statements: 1 },
  { path: () => `/status/${list}`, init: JSON_ALONE, statements: 1 },
  { path: () => `/issuers/${laurel.issuer}`, init: HTML, statements: 5 },
  { path: () => `/issuers/${laurel.issuer}`, init: JSON_ALONE, statements: 2 },
  { path: () => `/issuers/${laurel.issuer}/did.json`, init: {}, statements: 2 },
  { path: () => `/issuers/${laurel.issuer}/jwks.json`, init: {}, statements: 2 },
  { path: () => `/issuers/${laurel.issuer}/keys.json`, init: {}, statements: 1 },
  { path: () => '/.well-known/did.json', init: {}, statements: 2 },
  { path: () => `/achievements/${achievement}`, init: HTML, statements: 2 },
])(
  '$path, asked with $init, waits for the database once, and reads no table',
  async ({ path, init, statements }) => {
    const { cost } = await asked(path(), init);

    expect(cost).toEqual({ status: 200, statements, roundTrips: 1, reading: [] });
  },
);

test('a credential of ours is verified after one round trip, which is the same for a forged one', async () => {
  const post = (credential: object) =>
    asked('/api/verify', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ credential }),
    });

  const good = await post(JSON.parse(document));
  const forged = await post({ ...JSON.parse(document), name: 'Another' });
  const elsewhere = document.replaceAll(id, 'x'.repeat(17));
  const unknown = await post(JSON.parse(elsewhere));

  expect(JSON.parse(good.body)).toMatchObject({ verdict: 'valid' });
  expect(good.cost).toEqual({ status: 200, statements: 1, roundTrips: 1, reading: [] });
  for (const { body, cost } of [forged, unknown]) {
    expect(JSON.parse(body)).toMatchObject({ verdict: 'invalid' });
    expect(cost).toEqual(good.cost);
  }
});

test('the proof on a page is the one that leads to the log, read in the same round trip', async () => {
  const { body } = await asked(`/c/${id}`, HTML);
  const checkpoint = await (await fetch(`${laurel.url}/log/checkpoint`)).text();

  expect(body).toContain('c2sp.org/tlog-proof');
  expect(body).toContain(checkpoint.split('\n')[2]);
});

test('what nobody has is looked up like what is there', async () => {
  const page = await asked(`/c/${id}`, HTML);
  const never = await asked(`/c/${'y'.repeat(17)}`, HTML);

  expect(never.cost).toEqual({ ...page.cost, status: 404 });
  expect(await fetchJson(`${laurel.url}/c/${id}.json`)).toMatchObject({ type: expect.anything() });
});
