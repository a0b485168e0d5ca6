import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite as ecdsaRdfc2019 } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { createSignCryptosuite } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as eddsaRdfc2022 } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { isJsonObject, type JsonObject, stringAt } from '@laurel/core/json';
import { importJWK, SignJWT } from 'jose';
import jsigs from 'jsonld-signatures';
import { loadContext } from './contexts.ts';
import type { Identity, MethodForm } from './identities.ts';
import { type KeyKind, signerOf } from './keys.ts';

/** Every form in which the foreign issuer signs, with the key and the form of it that it needs. */
export const FORMS = {
  'eddsa-rdfc-2022': { key: 'Ed25519', method: 'multikey' },
  'eddsa-jcs-2022': { key: 'Ed25519', method: 'multikey' },
  'ecdsa-rdfc-2019': { key: 'P-256', method: 'multikey' },
  Ed25519Signature2020: { key: 'Ed25519', method: '2020' },
  'vc+jwt RS256': { key: 'RSA', method: 'jwk' },
  'vc+jwt EdDSA': { key: 'Ed25519', method: 'jwk' },
  'vc+jwt ES256': { key: 'P-256', method: 'jwk' },
  'vc claim RS256': { key: 'RSA', method: 'jwk' },
  'vc claim EdDSA': { key: 'Ed25519', method: 'jwk' },
  'vc claim ES256': { key: 'P-256', method: 'jwk' },
  '1EdTech RS256': { key: 'RSA', method: 'jwk' },
  '1EdTech ES256': { key: 'P-256', method: 'jwk' },
} as const satisfies Readonly<Record<string, { key: KeyKind; method: MethodForm }>>;

export type EmbeddedForm =
  | 'eddsa-rdfc-2022'
  | 'eddsa-jcs-2022'
  | 'ecdsa-rdfc-2019'
  | 'Ed25519Signature2020';
export type Form = keyof typeof FORMS;
export type TokenForm = Exclude<Form, EmbeddedForm>;

export const ALL_FORMS = Object.keys(FORMS) as readonly Form[];

export function isEmbedded(form: Form): form is EmbeddedForm {
  return !form.includes(' ');
}

const SUITES = {
  'eddsa-rdfc-2022': eddsaRdfc2022,
  'eddsa-jcs-2022': createSignCryptosuite(),
  'ecdsa-rdfc-2019': ecdsaRdfc2019,
};

/** The credential with a proof in it, beside those that it has. Its issuer is taken as it stands. */
export async function withProof(
  form: EmbeddedForm,
  credential: JsonObject,
  { key, methodId }: Identity,
  date: string,
): Promise<JsonObject> {
  const signer = await signerOf(key, methodId);
  const suite =
    form === 'Ed25519Signature2020'
      ? new Ed25519Signature2020({ signer, date })
      : new DataIntegrityProof({ signer, date, cryptosuite: SUITES[form] });
  const signed: unknown = await jsigs.sign(structuredClone(credential), {
    suite,
    purpose: new jsigs.purposes.AssertionProofPurpose(),
    documentLoader: loadContext,
  });
  if (!isJsonObject(signed)) throw new Error('the library signed nothing');
  return JSON.parse(JSON.stringify(signed));
}

/** A compact JWT of the credential. What is given of the header or of the claims replaces the usual. */
export async function asToken(
  form: TokenForm,
  credential: JsonObject,
  { key, methodId }: Identity,
  unusual: { readonly header?: JsonObject; readonly claims?: JsonObject } = {},
): Promise<string> {
  const [style = '', algorithm = ''] = form.split(/ (?=\S+$)/);
  const typ = style === 'vc+jwt' ? 'vc+jwt' : 'JWT';
  const claims =
    style === 'vc+jwt'
      ? credential
      : style === '1EdTech'
        ? { ...credential, ...registeredClaims(credential) }
        : { vc: credential, ...registeredClaims(credential) };
  return new SignJWT({ ...claims, ...unusual.claims })
    .setProtectedHeader({ alg: algorithm, typ, kid: methodId, ...unusual.header })
    .sign(await importJWK(key.privateJwk, algorithm));
}

/** VC Data Model 1.1, Section 6.3.1; 1EdTech Open Badges 3.0, Section 8.2.4.1. */
function registeredClaims(credential: JsonObject): JsonObject {
  const iss = stringAt(credential, 'issuer', 'id') ?? stringAt(credential, 'issuer');
  const from = stringAt(credential, 'validFrom') ?? stringAt(credential, 'issuanceDate');
  const until = stringAt(credential, 'validUntil') ?? stringAt(credential, 'expirationDate');
  const sub = stringAt(credential, 'credentialSubject', 'id');
  const jti = stringAt(credential, 'id');
  return {
    ...(iss === null ? {} : { iss }),
    ...(jti === null ? {} : { jti }),
    ...(sub === null ? {} : { sub }),
    ...(from === null ? {} : { nbf: Date.parse(from) / 1000 }),
    ...(until === null ? {} : { exp: Date.parse(until) / 1000 }),
  };
}
