import { createHash, randomBytes } from 'node:crypto';
import { Openid4vciClient, setGlobalConfig } from '@openid4vc/openid4vci';
import { expect } from 'vitest';
import * as z from 'zod';
import type { BrowserSession } from './browser-session.ts';
import type { Laurel } from './laurel.ts';

/** What the page shows: the text of its QR code, and the digits beside it. */
export type ShownOffer = { readonly link: string; readonly code: string; readonly digits: string };

/** Has a credential offered to a wallet, as its holder. */
export async function offerToWallet(session: BrowserSession, id: string): Promise<ShownOffer> {
  const answer = await session.post(`/me/credentials/${id}/wallet`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toContain('no-store');
  const page = await answer.text();
  const [, link = ''] = /href="(openid-credential-offer:[^"]+)"/.exec(page) ?? [];
  const [, code = ''] = /offers%2F(\w+)$/.exec(link) ?? [];
  const [, digits = ''] = /<strong dir="ltr">(\d{6})</.exec(page) ?? [];
  return { link, code, digits };
}

/** A wallet of the OpenWallet Foundation, which holds no keys. */
export function foreignWallet(laurel: Laurel): Openid4vciClient {
  setGlobalConfig({ allowInsecureUrls: true });
  const noKeys = () => {
    throw new Error('no key is asked for');
  };
  return new Openid4vciClient({
    callbacks: {
      fetch: (input, init) => fetch(String(input).replace(laurel.origin, laurel.url), init),
      hash: (data, algorithm) => createHash(algorithm.replace('-', '')).update(data).digest(),
      generateRandom: (length) => randomBytes(length),
      clientAuthentication: () => {},
      signJwt: noKeys,
    },
  });
}

/** Shows a code, as wallets do. */
export function showCode(laurel: Laurel, code: string, digits?: string): Promise<Response> {
  return fetch(`${laurel.url}/wallet/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:pre-authorized_code',
      'pre-authorized_code': code,
      ...(digits === undefined ? {} : { tx_code: digits }),
    }),
  });
}

/** The token of an offer that is good. */
export async function tokenFor(laurel: Laurel, offer: ShownOffer): Promise<string> {
  const answer = await showCode(laurel, offer.code, offer.digits);
  expect(answer.status).toBe(200);
  return z.object({ access_token: z.string() }).parse(await answer.json()).access_token;
}

/** Asks for the credential. */
export function fetchCredential(
  laurel: Laurel,
  token: string,
  request: unknown = { credential_configuration_id: 'open_badge_ldp_vc' },
): Promise<Response> {
  return fetch(`${laurel.url}/wallet/credential`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
}

/** The error of an answer, as OAuth words it (RFC 6749, Section 5.2). */
export async function errorOf(answer: Response): Promise<string> {
  expect(answer.headers.get('cache-control')).toContain('no-store');
  const error = z.object({ error: z.string(), error_description: z.string() });
  return error.parse(await answer.json()).error;
}
