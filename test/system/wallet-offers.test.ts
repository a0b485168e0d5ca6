import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { revoke } from '../support/awarding.ts';
import { callApi } from '../support/desk-calls.ts';
import { aHeldCredential, makeCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { endWindows, useUp } from '../support/limits.ts';
import {
  errorOf,
  fetchCredential,
  foreignWallet,
  offerToWallet,
  type ShownOffer,
  showCode,
  tokenFor,
} from '../support/wallet.ts';

const JWT = { credential_configuration_id: 'open_badge_jwt_vc_json' };
const Offer = z.object({
  credential_configuration_ids: z.array(z.string()),
  grants: z.record(
    z.string(),
    z.looseObject({ tx_code: z.object({ description: z.string() }).loose() }),
  ),
});

const Configuration = z.looseObject({
  credential_definition: z.object({ '@context': z.array(z.string()), type: z.array(z.string()) }),
  credential_metadata: z.looseObject({
    claims: z.array(z.looseObject({ path: z.array(z.any()), mandatory: z.boolean().optional() })),
  }),
});

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

const offerAt = ({ code }: ShownOffer, headers: Record<string, string> = {}) =>
  fetch(`${laurel.url}/wallet/offers/${code}`, { headers });

/** Somebody with two credentials of one award: a wallet has a token for one, the other is offered. */
async function offeredAndFetching(name: string) {
  const { id, award, session } = await aHeldCredential(laurel, name);
  const token = await tokenFor(laurel, await offerToWallet(session, id));
  const other = await makeCredential(session, award);
  return { award, session, token, other, open: await offerToWallet(session, other) };
}

test('what was suspended or revoked since is neither offered nor handed out', async () => {
  const { award, session, token, other, open } = await offeredAndFetching('Amara of the offers');
  await callApi(laurel, 'POST', `/awards/${award}/suspension`, { reason: 'under_review' });
  expect((await offerAt(open)).status).toBe(404);
  expect((await session.post(`/me/credentials/${other}/wallet`)).status).toBe(404);
  expect(await errorOf(await fetchCredential(laurel, token))).toBe('credential_request_denied');
  await callApi(laurel, 'DELETE', `/awards/${award}/suspension`);
  expect((await offerAt(open)).status).toBe(200);
  expect((await fetchCredential(laurel, token)).status).toBe(200);

  expect((await revoke(laurel, award, { reason: 'issued_in_error' })).status).toBe(200);
  expect((await offerAt(open)).status).toBe(404);
  for (const one of [token, await tokenFor(laurel, open)]) {
    const refused = await fetchCredential(laurel, one);
    expect([refused.status, await errorOf(refused)]).toEqual([400, 'credential_request_denied']);
  }
});

test('offers and tokens of somebody who was erased are gone with them', async () => {
  const username = 'Amina of the offers';
  const { session, token, open } = await offeredAndFetching(username);
  expect((await offerAt(open)).status).toBe(200);
  expect((await session.post('/me/erase', { username })).status).toBe(200);
  expect((await offerAt(open)).status).toBe(404);
  expect(await errorOf(await showCode(laurel, open.code, open.digits))).toBe('invalid_grant');
  expect((await fetchCredential(laurel, token)).status).toBe(401);
});

test('a JWT that is still to be signed is not offered, and who asks for it is told when to ask again', async () => {
  const { id, session } = await aHeldCredential(laurel, 'Bisi of the offers');
  const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
  const offer = await offerToWallet(session, id);
  const offered = async () => Offer.parse(await (await offerAt(offer)).json());
  const both = ['open_badge_ldp_vc', 'open_badge_jwt_vc_json'];
  expect((await offered()).credential_configuration_ids).toEqual(both);
  await store.prepare('update credentials set rsa_jwt = null where id = ?').bind(id).run();
  expect((await offered()).credential_configuration_ids).toEqual(['open_badge_ldp_vc']);
  const token = await tokenFor(laurel, offer);
  const early = await fetchCredential(laurel, token, JWT);
  expect([early.status, early.headers.get('retry-after')]).toEqual([503, '30']);
  expect(await errorOf(early)).toBe('temporarily_unavailable');
  expect((await fetchCredential(laurel, token)).status).toBe(200);
  await laurel.runtime.tick();
  expect((await fetchCredential(laurel, token, JWT)).status).toBe(200);
});

test('an offer says in the language of the wallet where the digits are, and nothing of the credential', async () => {
  const { id, session } = await aHeldCredential(laurel, 'Chioma of the offers');
  const offer = await offerToWallet(session, id);
  const said = async (language: string) => {
    const answer = await offerAt(offer, { 'accept-language': language });
    expect(answer.headers.get('content-language')).toBe(language);
    expect(answer.headers.get('content-type')).toBe('application/json');
    const text = await answer.text();
    for (const secret of [id, 'Chioma', offer.digits]) expect(text).not.toContain(secret);
    const [grant] = Object.values(Offer.parse(JSON.parse(text)).grants);
    return grant?.tx_code.description ?? '';
  };
  const [english, arabic] = [await said('en'), await said('ar')];
  expect(english).toContain('six digits');
  expect(arabic).toMatch(/\p{Script=Arabic}/u);
  for (const text of [english, arabic]) expect(text.length).toBeLessThanOrEqual(300);
});

test('a wallet finds the name of the achievement, and all else that it is told of, in the credential', async () => {
  const { id, session } = await aHeldCredential(laurel, 'Dike of the offers');
  const wallet = foreignWallet(laurel);
  const { credentialIssuer } = await wallet.resolveIssuerMetadata(laurel.origin);
  const token = await tokenFor(laurel, await offerToWallet(session, id));
  const { credentials } = z
    .object({ credentials: z.tuple([z.object({ credential: z.looseObject({}) })]) })
    .parse(await (await fetchCredential(laurel, token)).json());
  const document = credentials[0].credential;
  const {
    credential_definition,
    credential_metadata: { claims },
  } = Configuration.parse(credentialIssuer.credential_configurations_supported.open_badge_ldp_vc);
  expect(document).toMatchObject(credential_definition);
  const found = claims.map(({ path, mandatory }) => [mandatory, at(document, path)] as const);
  const [name] = found.map(([, values]) => values);
  expect(name).toEqual([document.name]);
  expect(name?.[0]).toBeTypeOf('string');
  expect(await (await session.get(`/c/${id}`)).text()).toContain(name?.[0]);
  expect(found.flatMap(([, values]) => values)).toContain('Dike of the offers');
  for (const [mandatory, values] of found) {
    if (mandatory === true) expect(values).toEqual([expect.any(String)]);
  }
});

/** What a claims path pointer selects (OpenID4VCI 1.0, Appendix C.1.1). */
function at(value: unknown, [key, ...rest]: readonly (string | number | null)[]): unknown[] {
  if (key === undefined) return [value];
  if (key === null) return Array.isArray(value) ? value.flatMap((one) => at(one, rest)) : [];
  const member = Object(value)[key];
  return member === undefined ? [] : at(member, rest);
}

test('a wallet that asks for authorization details fetches by the identifiers that it was given', async () => {
  const { id, session } = await aHeldCredential(laurel, 'Ebele of the offers');
  const { link, digits } = await offerToWallet(session, id);
  const wallet = foreignWallet(laurel);
  const credentialOffer = await wallet.resolveCredentialOffer(link);
  const issuerMetadata = await wallet.resolveIssuerMetadata(laurel.origin);
  const wanted = { type: 'openid_credential', ...JWT, locations: [laurel.origin] };
  const { accessTokenResponse } = await wallet.retrievePreAuthorizedCodeAccessTokenFromOffer({
    credentialOffer,
    issuerMetadata,
    txCode: digits,
    additionalRequestPayload: { authorization_details: JSON.stringify([wanted]) },
  });
  const granted = {
    type: 'openid_credential',
    ...JWT,
    credential_identifiers: [JWT.credential_configuration_id],
  };
  expect(accessTokenResponse.authorization_details).toEqual([granted]);
  const { access_token: token } = accessTokenResponse;
  const [credential_identifier] = granted.credential_identifiers;
  const fetched = await fetchCredential(laurel, token, { credential_identifier });
  const jwt = await (await fetch(`${laurel.url}/c/${id}.jwt`)).text();
  expect(await fetched.json()).toEqual({ credentials: [{ credential: jwt }] });
});

test('offers of a day and what wallets fetch are limited for each account, until the window ends', async () => {
  const name = 'Folake of the offers';
  const { id, session } = await aHeldCredential(laurel, name);
  const other = await aHeldCredential(laurel, 'Funmi of the offers');
  const token = await tokenFor(laurel, await offerToWallet(session, id));
  const first = await fetchCredential(laurel, token);
  expect(first.headers.get('ratelimit-policy')).toBe('"wallet-fetches";q=120;w=600');
  expect(first.headers.get('ratelimit')).toMatch(/^"wallet-fetches";r=119;t=\d+$/);

  await useUp(laurel, `wallet-fetches:${accountIdOf(name)}`, 120);
  const refused = await fetchCredential(laurel, token);
  expect(refused.status).toBe(429);
  const wait = Number(refused.headers.get('retry-after'));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(600);
  expect(await errorOf(refused)).toBe('temporarily_unavailable');

  const latest = await offerToWallet(session, id);
  await useUp(laurel, `wallet-offers:${accountIdOf(name)}`, 30);
  const late = await session.post(`/me/credentials/${id}/wallet`);
  expect(late.status).toBe(429);
  expect(await late.text()).not.toContain('openid-credential-offer');
  // The refused one ended nothing.
  expect((await offerAt(latest)).status).toBe(200);
  await offerToWallet(other.session, other.id);
  await endWindows(laurel);
  await offerToWallet(session, id);
  expect((await fetchCredential(laurel, token)).status).toBe(401);
});
