import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { aHeldCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { switchLink } from '../support/showing.ts';
import { strangersLoader, verifyByVc } from '../support/stranger.ts';
import {
  errorOf,
  fetchCredential,
  foreignWallet,
  offerToWallet,
  showCode,
  tokenFor,
} from '../support/wallet.ts';

const NAME = 'Ọlábísí of the wallets';
const ACCOUNT = accountIdOf(NAME);

const logged: string[] = [];
let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel({ onLog: (line) => logged.push(line) });
});
afterAll(() => laurel.stop());

test('a wallet that is not ours takes an offer, and what it gets is what is served and verifies', async () => {
  const { id, session } = await aHeldCredential(laurel, NAME);
  const offer = await offerToWallet(session, id);
  const wallet = foreignWallet(laurel);
  const credentialOffer = await wallet.resolveCredentialOffer(offer.link);
  const issuerMetadata = await wallet.resolveIssuerMetadata(credentialOffer.credential_issuer);
  const { accessTokenResponse } = await wallet.retrievePreAuthorizedCodeAccessTokenFromOffer({
    credentialOffer,
    issuerMetadata,
    txCode: offer.digits,
  });
  const fetched = async (credentialConfigurationId: string) => {
    const { credentialResponse } = await wallet.retrieveCredentials({
      issuerMetadata,
      credentialConfigurationId,
      accessToken: accessTokenResponse.access_token,
    });
    return credentialResponse.credentials;
  };
  const served = await (await fetch(`${laurel.url}/c/${id}.json`)).json();
  expect(await fetched('open_badge_ldp_vc')).toEqual([{ credential: served }]);
  const jwt = await (await fetch(`${laurel.url}/c/${id}.jwt`)).text();
  expect(await fetched('open_badge_jwt_vc_json')).toEqual([{ credential: jwt }]);
  const document = z.looseObject({}).parse(served);
  expect(await verifyByVc(document, strangersLoader(laurel))).toMatchObject({ verified: true });

  const said = JSON.stringify([issuerMetadata, credentialOffer, offer.link]);
  expect(said).not.toContain(id);
  for (const text of [said, logged.join('\n')]) {
    for (const secret of [NAME, ACCOUNT, offer.digits, accessTokenResponse.access_token])
      expect(text).not.toContain(secret);
  }
});

test('an offer used twice is refused, and of two at once one wins; a newer offer ends the one before', async () => {
  const { id, session } = await aHeldCredential(laurel, 'Adaeze of the wallets');
  const first = await offerToWallet(session, id);
  const offer = await offerToWallet(session, id);
  const replaced = await showCode(laurel, first.code, first.digits);
  expect([replaced.status, await errorOf(replaced)]).toEqual([400, 'invalid_grant']);

  const both = await Promise.all([1, 2].map(() => showCode(laurel, offer.code, offer.digits)));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
  const again = await showCode(laurel, offer.code, offer.digits);
  expect(again.status).toBe(400);
  expect(await again.json()).toMatchObject({
    error: 'invalid_grant',
    error_description: expect.stringContaining('used already'),
  });
  expect((await fetch(`${laurel.url}/wallet/offers/${offer.code}`)).status).toBe(404);
});

test('who saw the code and not the digits gets nothing, and five tries use the offer up', async () => {
  const { id, session } = await aHeldCredential(laurel, 'Bùkọ́lá of the wallets');
  const offer = await offerToWallet(session, id);
  const wrong = offer.digits === '000000' ? '000001' : '000000';
  expect(await errorOf(await showCode(laurel, offer.code))).toBe('invalid_request');
  for (let at = 0; at < 5; at++) {
    expect(await errorOf(await showCode(laurel, offer.code, wrong))).toBe('invalid_grant');
  }
  expect(await errorOf(await showCode(laurel, offer.code, offer.digits))).toBe('invalid_grant');
  expect((await fetch(`${laurel.url}/wallet/offers/${offer.code}`)).status).toBe(404);
});

test('what ended or was hidden between offer and fetch is not handed out', async () => {
  const mine = await aHeldCredential(laurel, 'Chidi of the wallets');
  const off = await tokenFor(laurel, await offerToWallet(mine.session, mine.id));
  await switchLink(mine.session, mine.id, 'off');
  expect(await errorOf(await fetchCredential(laurel, off))).toBe('credential_request_denied');
  const hidden = await tokenFor(laurel, await offerToWallet(mine.session, mine.id));
  await mine.session.post('/me/hide');
  expect(await errorOf(await fetchCredential(laurel, hidden))).toBe('credential_request_denied');
  const withdrawn = await tokenFor(laurel, await offerToWallet(mine.session, mine.id));
  await mine.session.post(`/me/credentials/${mine.id}/withdraw`);
  expect(await errorOf(await fetchCredential(laurel, withdrawn))).toBe('credential_request_denied');
  expect((await mine.session.post(`/me/credentials/${mine.id}/wallet`)).status).toBe(404);
});

test('an offer and a token that are over are refused, and both are forgotten', async () => {
  const { id, session } = await aHeldCredential(laurel, 'Dayo of the wallets');
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  const pass = (seconds: number) =>
    store
      .prepare('update wallet_offers set ends_at_seconds = ends_at_seconds - ?')
      .bind(seconds)
      .run();
  const token = await tokenFor(laurel, await offerToWallet(session, id));
  await pass(300);
  expect((await fetchCredential(laurel, token)).status).toBe(401);
  const offer = await offerToWallet(session, id);
  await pass(600);
  expect(await errorOf(await showCode(laurel, offer.code, offer.digits))).toBe('invalid_grant');
  await laurel.runtime.tick();
  expect(await store.prepare('select count(*) as n from wallet_offers').first('n')).toBe(0);
});

test('what is not offered is refused by the error that wallets know; older drafts get their answer', async () => {
  const { id, session } = await aHeldCredential(laurel, 'Efe of the wallets');
  const token = await tokenFor(laurel, await offerToWallet(session, id));
  const errorFor = async (request: unknown) =>
    errorOf(await fetchCredential(laurel, token, request));
  expect(await errorFor({ format: 'mso_mdoc' })).toBe('unsupported_credential_format');
  expect(await errorFor({})).toBe('invalid_credential_request');
  expect(await errorFor({ credential_identifier: 'x' })).toBe('unknown_credential_identifier');
  const unknown = { credential_configuration_id: 'x' };
  expect(await errorFor(unknown)).toBe('unknown_credential_configuration');
  const draft = await fetchCredential(laurel, token, { format: 'ldp_vc' });
  expect(await draft.json()).toMatchObject({ credential: { type: expect.any(Array) } });
  expect((await fetchCredential(laurel, 'guessed')).status).toBe(401);

  const stranger = await aHeldCredential(laurel, 'Femi of the wallets');
  expect((await stranger.session.post(`/me/credentials/${id}/wallet`)).status).toBe(404);
});
