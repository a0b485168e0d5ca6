import { makeSigningToken } from '../../development/demonstration/seed.ts';
import type { Laurel } from './laurel.ts';

type Json = Readonly<Record<string, unknown>>;

/** A token of the test issuer that may sign. */
export function signingToken(laurel: Laurel): Promise<string> {
  return makeSigningToken(laurel.stewardship, Math.floor(Date.now() / 1000));
}

/** `POST` to an address of VC-API, with a token or without. */
export function postVcApi(
  laurel: Laurel,
  path: string,
  body: unknown,
  token?: string,
): Promise<Response> {
  return fetch(`${laurel.url}/vc-api${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
}

/** Has a document signed, where that is expected and no refusal; the secured document. */
export async function issuedBy(
  laurel: Laurel,
  token: string,
  credential: Json,
  options: Json = {},
): Promise<Record<string, unknown>> {
  const answer = await postVcApi(laurel, '/credentials/issue', { credential, options }, token);
  const body = await answer.json();
  if (answer.status !== 201) throw new Error(`${answer.status}: ${JSON.stringify(body)}`);
  return Object(body).verifiableCredential;
}
