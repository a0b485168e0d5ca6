import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { isJsonObject, type JsonObject } from '@laurel/core/json';
import { importJWK, SignJWT } from 'jose';
import jsigs from 'jsonld-signatures';
import { loadContext } from './contexts.ts';
import type { Identity } from './identities.ts';
import { signerOf } from './keys.ts';

export type Asked = { readonly challenge: string; readonly domain?: string };

/** A presentation that somebody signs for whoever asked, by the libraries of Digital Bazaar. */
export async function presented(
  presentation: JsonObject,
  { key, methodId }: Identity,
  asked: Asked,
): Promise<JsonObject> {
  const signed: unknown = await jsigs.sign(structuredClone(presentation), {
    suite: new DataIntegrityProof({ signer: await signerOf(key, methodId), cryptosuite }),
    purpose: new jsigs.purposes.AuthenticationProofPurpose(asked),
    documentLoader: loadContext,
  });
  if (!isJsonObject(signed)) throw new Error('the library signed nothing');
  return JSON.parse(JSON.stringify(signed));
}

/** The same as a `vp+jwt` in an envelope. */
export async function presentedAsToken(
  presentation: JsonObject,
  { key, methodId }: Identity,
  { challenge, domain }: Asked,
  claims: JsonObject = {},
): Promise<JsonObject> {
  const audience = domain === undefined ? {} : { aud: domain };
  const token = await new SignJWT({ ...presentation, nonce: challenge, ...audience, ...claims })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'vp+jwt', kid: methodId })
    .sign(await importJWK(key.privateJwk, 'EdDSA'));
  return {
    '@context': 'https://www.w3.org/ns/credentials/v2',
    type: 'EnvelopedVerifiablePresentation',
    id: `data:application/vp+jwt,${token}`,
  };
}
