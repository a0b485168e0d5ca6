import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aHeldCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { errorOf, offerToWallet, type ShownOffer, showCode, tokenFor } from '../support/wallet.ts';

const GRANT = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
/** As a page of another site would ask, in the way of a browser. */
const FROM_ELSEWHERE = { origin: 'https://wallet.example', accept: 'text/html' };

const logged: string[] = [];
let laurel: Laurel;
let offer: ShownOffer;
let held: Awaited<ReturnType<typeof aHeldCredential>>;
beforeAll(async () => {
  laurel = await startLaurel({ onLog: (line) => logged.push(line) });
  held = await aHeldCredential(laurel, 'Ngozi of the refusals');
});
afterAll(() => laurel.stop());
beforeEach(async () => {
  offer = await offerToWallet(held.session, held.id);
});

/** What was refused, and that a wallet of any site can read it, as JSON. */
async function refusalOf(path: string, init: RequestInit) {
  const headers = { ...FROM_ELSEWHERE, ...init.headers };
  const answer = await fetch(laurel.url + path, { ...init, headers });
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(answer.headers.get('content-type')).toContain('application/json');
  return [answer.status, await errorOf(answer)];
}

const post = (path: string, headers: Record<string, string>, body: string | Uint8Array) =>
  refusalOf(path, { method: 'POST', headers, body: body as BodyInit });

test.each([
  ['GET', '/wallet/token', 'POST'],
  ['PUT', '/wallet/token', 'POST'],
  ['GET', '/wallet/credential', 'POST'],
  ['DELETE', '/wallet/credential', 'POST'],
  ['POST', '/wallet/offers/0123', 'GET, HEAD'],
])('%s %s is told the methods there are', async (method, path, allowed) => {
  expect(await refusalOf(path, { method })).toEqual([405, 'invalid_request']);
  const answer = await fetch(laurel.url + path, { method });
  expect(answer.headers.get('allow')).toBe(allowed);
});

test.each(['/wallet', '/wallet/', '/wallet/nonce', '/wallet/offers/', '/wallet/offers/%ff%00'])(
  '%s is nothing, and no page says so',
  async (path) => {
    const [status, error] = await refusalOf(path, { method: 'GET' });
    expect(status).toBe(404);
    expect(['not_found', 'invalid_grant']).toContain(error);
  },
);

test('what is no form of OAuth gets no token and uses nothing up', async () => {
  const { code, digits } = offer;
  const good = { grant_type: GRANT, 'pre-authorized_code': code, tx_code: digits };
  const asked = (fields: Record<string, string>) => String(new URLSearchParams(fields));
  const json = { 'content-type': 'application/json' };
  const cases: readonly [Record<string, string>, string, number, string][] = [
    [json, JSON.stringify(good), 400, 'invalid_request'],
    [{ 'content-type': 'text/plain' }, asked(good), 400, 'invalid_request'],
    [FORM, '', 400, 'invalid_request'],
    [FORM, '%%%=%zz&&&', 400, 'invalid_request'],
    [FORM, asked({ ...good, grant_type: '' }), 400, 'invalid_request'],
    [FORM, asked({ ...good, grant_type: 'password' }), 400, 'unsupported_grant_type'],
    [FORM, asked({ ...good, 'pre-authorized_code': '' }), 400, 'invalid_request'],
    [FORM, asked({ ...good, 'pre-authorized_code': 'é'.repeat(99) }), 400, 'invalid_grant'],
    [FORM, asked({ ...good, tx_code: '' }), 400, 'invalid_request'],
    [FORM, `${asked(good)}&tx_code=000000`, 400, 'invalid_request'],
    [FORM, asked({ ...good, client_assertion: 'x'.repeat(20_000) }), 413, 'invalid_request'],
    [
      FORM,
      asked({ ...good, authorization_details: '[{"type":' }),
      400,
      'invalid_authorization_details',
    ],
    [FORM, asked({ ...good, authorization_details: '[]' }), 400, 'invalid_authorization_details'],
  ];
  for (const [headers, body, status, error] of cases) {
    expect([body, await post('/wallet/token', headers, body)]).toEqual([body, [status, error]]);
  }
  expect((await showCode(laurel, code, digits)).status).toBe(200);
});

test('what is no request for a credential is refused, whoever has a token', async () => {
  const token = await tokenFor(laurel, offer);
  const path = '/wallet/credential';
  const request = JSON.stringify({ credential_configuration_id: 'open_badge_ldp_vc' });
  const json = { 'content-type': 'application/json' };
  for (const authorization of ['', 'Bearer', 'Bearer ', `Basic ${token}`, `Bearer ${token}0`]) {
    expect(await post(path, { ...json, authorization }, request)).toEqual([401, 'invalid_token']);
  }
  const told = async (headers: Record<string, string>) => {
    const answer = await fetch(laurel.url + path, { method: 'POST', headers });
    return answer.headers.get('www-authenticate');
  };
  expect(await told({})).toBe('Bearer');
  expect(await told({ authorization: 'Bearer x' })).toBe('Bearer error="invalid_token"');

  const mine = { ...json, authorization: `Bearer ${token}` };
  const deep = '['.repeat(8_000);
  const bad = 'invalid_credential_request';
  for (const body of ['', '{', 'null', '[]', '"x"', deep, '{"format":1}', '\ud800']) {
    expect([body, await post(path, mine, body)]).toEqual([body, [400, bad]]);
  }
  const both = { credential_configuration_id: 'x', credential_identifier: 'x' };
  expect(await post(path, mine, JSON.stringify(both))).toEqual([400, bad]);
  expect(await post(path, mine, new Uint8Array([0xff, 0xfe]))).toEqual([400, bad]);
  expect(await post(path, mine, ' '.repeat(20_000))).toEqual([413, bad]);
  const typed = (type: string) => post(path, { ...mine, 'content-type': type }, request);
  expect(await typed('text/plain')).toEqual([415, bad]);
  expect(await typed('application/x-www-form-urlencoded')).toEqual([415, bad]);
  expect(await typed('application/jwt')).toEqual([400, 'invalid_encryption_parameters']);
  const fetched = await fetch(laurel.url + path, {
    method: 'POST',
    headers: { ...mine, 'content-type': 'Application/JSON; charset=utf-8' },
    body: request,
  });
  expect(fetched.status).toBe(200);
});

test.each(['/wallet/token', '/wallet/credential', '/wallet/offers/x'])(
  'a page of any site may ask %s, with whatever headers, and sends no cookie',
  async (path) => {
    const answer = await fetch(laurel.url + path, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://wallet.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization, content-type, dpop',
      },
    });
    expect(answer.status).toBe(204);
    const said = (name: string) => answer.headers.get(`access-control-${name}`);
    expect([said('allow-origin'), said('allow-credentials')]).toEqual(['*', null]);
    expect(said('allow-methods')?.split(',')).toContain('POST');
    const headers = said('allow-headers')?.split(/, ?/);
    expect(headers).toEqual(['authorization', 'content-type', 'dpop']);
  },
);

test('where something of ours breaks a wallet reads so, and no log holds what it sent', async () => {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  const { code, digits } = offer;
  await store.exec('alter table wallet_offers rename to offers_gone');
  const fields = { grant_type: GRANT, 'pre-authorized_code': code, tx_code: digits };
  const broken = await post('/wallet/token', FORM, String(new URLSearchParams(fields)));
  await store.exec('alter table offers_gone rename to wallet_offers');
  expect(broken).toEqual([503, 'temporarily_unavailable']);
  const everything = logged.join('\n');
  expect(everything).toContain('Error');
  for (const secret of [code, digits]) expect(everything).not.toContain(secret);
});
