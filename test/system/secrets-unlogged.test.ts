import { afterAll, beforeAll, expect, test } from 'vitest';
import type { KeptPoint } from '../../development/counters/point.ts';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { signerOf } from '../../development/stewardship.ts';
import { anAwardRequest, postAwards } from '../support/awarding.ts';
import { type BrowserSession, browserSession, logIn } from '../support/browser-session.ts';
import { everyRoute, filledPath, type Route } from '../support/every-route.ts';
import { aHeldCredential } from '../support/holding.ts';
import { KEY_ENCRYPTION_SECRETS, type Laurel } from '../support/laurel.ts';
import { livedEverywhere } from '../support/life-everywhere.ts';
import { storedSecrets } from '../support/stored-secrets.ts';
import { postVcApi, signingToken } from '../support/vc-api.ts';
import { postVerify } from '../support/verifying.ts';
import { fetchCredential, offerToWallet, showCode, tokenFor } from '../support/wallet.ts';

const NAME = 'Ṣọlá the Unlogged';

/** What strangers send, wherever something can be put, also where it does not belong. */
const SENT = {
  token: 'sent-token-0123456789abcdefghij',
  cookie: 'sent-cookie-0123456789abcdefghij',
  query: 'sent-query-0123456789',
  path: 'sent-path-0123456789',
  body: 'Sent Body of Ìbàdàn',
  mail: 'sent.mail@elsewhere.example',
  agent: 'SentAgent/1.0',
  place: '203.0.113.77',
  method: 'SENTMETHOD',
} as const;

/** Tables that are gone at the same time. */
const GONE_AT_ONCE = 4;

/** What the local runtime says by itself to whoever writes Workers. */
const ADVICE = 'An RPC result was not disposed properly.';

const logged: string[] = [];
const points: KeptPoint[] = [];
let laurel: Laurel;
let own: BrowserSession;
let stop: () => Promise<void>;
/** What was shown to somebody once and is nowhere else. */
const shown: string[] = [];
/** What stood in the databases before anything was broken. */
let stored: ReadonlySet<string>;
let held: Awaited<ReturnType<typeof aHeldCredential>>;

beforeAll(async () => {
  ({ laurel, own, stop } = await livedEverywhere(NAME, {
    onLog: (line) => logged.push(line),
    onPoint: (point) => points.push(point),
  }));
  held = await aHeldCredential(laurel, `${NAME} 2`);
  const offer = await offerToWallet(held.session, held.id);
  shown.push(laurel.token, offer.code, await signingToken(laurel));
  shown.push(await tokenFor(laurel, offer));
  shown.push(...Object.values<string>(JSON.parse(KEY_ENCRYPTION_SECRETS)), 'only-for-tests');
  stored = await storedSecrets(laurel);
}, 240_000);
afterAll(() => stop());

function sentHeaders(): Record<string, string> {
  return {
    accept: 'application/json',
    authorization: `Bearer ${SENT.token}`,
    cookie: `laurel-session=${SENT.cookie}; laurel-login=${SENT.cookie}`,
    'user-agent': SENT.agent,
    'x-forwarded-for': SENT.place,
    'cf-connecting-ip': SENT.place,
    referer: `https://elsewhere.example/${SENT.query}`,
    'content-type': 'application/json',
    'idempotency-key': SENT.body.replaceAll(/\P{ASCII}| /gu, '-'),
  };
}

/** A request to a route that has in it all that somebody may send. */
async function sendEverywhere({ method, path }: Route, places: Readonly<Record<string, string>>) {
  const filled = filledPath(path, places).replaceAll(/\bone\b/g, SENT.path);
  const answer = await fetch(`${laurel.url}${filled}?code=${SENT.query}&state=${SENT.query}`, {
    method,
    headers: sentHeaders(),
    redirect: 'manual',
    ...(method === 'GET' ? {} : { body: JSON.stringify({ name: SENT.body, mail: SENT.mail }) }),
  });
  return answer.status;
}

/** What people and programs do, each of which reads some tables, whatever becomes of it. */
async function liveOn(): Promise<void> {
  const { id, award, session } = held;
  const [, code = '', token = '', walletToken = ''] = shown;
  const desk = `/desk/issuers/${laurel.issuer}`;
  const signer = await signerOf(laurel.runtime);
  await Promise.allSettled([
    logIn(browserSession(laurel), NAME),
    ...['/me', `/me/awards/${award}`, '/me/name', '/desk'].map((path) => own.get(path)),
    ...['batches', 'webhooks', 'slips', 'audit'].map((part) => own.get(`${desk}/${part}`)),
    session.post(`/me/awards/${award}/credentials`, { language: 'en', disclosure: 'account' }),
    postAwards(laurel, anAwardRequest({ recipients: [{ username: `${NAME} 3` }] })),
    postVerify(laurel, { url: `${laurel.origin}/c/${id}` }),
    postVcApi(laurel, '/credentials/issue', { credential: { name: NAME } }, token),
    showCode(laurel, code, '123456'),
    fetchCredential(laurel, walletToken),
    ...[`/c/${id}`, `/issuers/${laurel.issuer}`, '/log/checkpoint', '/health'].map((path) =>
      fetch(`${laurel.url}${path}`),
    ),
    fetch(`${laurel.url}/user-badges?username=${encodeURIComponent(NAME)}`),
    Promise.resolve(id).then((one) => signer.setVisible(one, accountIdOf(`${NAME} 2`), true)),
  ]);
  await laurel.runtime.tick();
  await laurel.runtime.lookAtNames();
}

function expectNothingOf(secrets: Iterable<string>): void {
  const everything = [...logged, ...points.map((point) => JSON.stringify(point))].join('\n');
  const found = [...secrets].filter((secret) => secret !== '' && everything.includes(secret));
  expect(found).toEqual([]);
}

test('nothing that a stranger sends to any route is logged or counted', async () => {
  const { desk, verifier } = await everyRoute();
  const issuer = { '/desk/issuers/:slug': `/desk/issuers/${laurel.issuer}` };
  for (const route of [...desk, ...verifier]) await sendEverywhere(route, issuer);
  await fetch(`${laurel.url}/${SENT.path}`, { method: SENT.method, headers: sentHeaders() });

  expect(logged.filter((line) => line.includes('"line":"request"')).length).toBeGreaterThan(400);
  expectNothingOf(Object.values(SENT));
}, 240_000);

test('nothing that is stored or was ever shown is, while one table after the other is gone', async () => {
  for (const binding of ['PUBLIC', 'PRIVATE'] as const) {
    const store = await laurel.runtime.miniflare.getD1Database(binding, 'laurel-signer');
    const { results } = await store
      .prepare(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '_cf_%' and name not like 'd1_%'",
      )
      .all<{ name: string }>();
    expect(results.length).toBeGreaterThan(15);
    for (let at = 0; at < results.length; at += GONE_AT_ONCE) {
      const some = results.slice(at, at + GONE_AT_ONCE).map(({ name }) => name);
      for (const name of some) await store.exec(`alter table "${name}" rename to "${name}_gone"`);
      await liveOn();
      for (const name of some) await store.exec(`alter table "${name}_gone" rename to "${name}"`);
    }
  }

  const defects = logged.filter((line) => line.includes('"line":"defect"'));
  expect(defects.length).toBeGreaterThan(100);
  // The search finds what is there to be found.
  expect(stored.size).toBeGreaterThan(1_000);
  for (const known of [NAME, held.id, accountIdOf(NAME)]) expect([...stored]).toContain(known);
  const cookies = [...own.cookies.values(), ...held.session.cookies.values()];
  expectNothingOf([...stored, ...(await storedSecrets(laurel)), ...shown, ...cookies]);
}, 600_000);

test('every line is JSON of a known kind, and a defect has no message', () => {
  for (const line of logged.filter((one) => !one.startsWith(ADVICE))) {
    const { line: kind, defect } = Object(JSON.parse(line));
    expect(['request', 'work', 'defect', 'alarm']).toContain(kind);
    if (kind !== 'defect') continue;
    for (const part of String(defect).split('\n')) {
      expect(part).toMatch(/^(?:(?:caused by )?\w*(?:Error|Exception)|caused by object|\s+at .+)$/);
    }
  }
});
