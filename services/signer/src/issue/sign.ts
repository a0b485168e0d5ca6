import type { IssuerFace } from '@laurel/core/issuer';
import { type JsonObject, stringAt } from '@laurel/core/json';
import type { PublishedKey } from '@laurel/core/verification-key';
import { withDataIntegrityProof } from '@laurel/proofs/data-integrity/sign';
import { keptJwt, wholeJwtOf } from '@laurel/proofs/jwt/kept';
import { signedJwt } from '@laurel/proofs/jwt/sign';
import { signatureOfDocument } from '@laurel/verification/ours/signature-of';
import { verifyOurs } from '@laurel/verification/ours/verify-ours';
import { type Presented, readPresented } from '@laurel/verification/read';
import type { Signing } from '../env.ts';
import { controllerOf } from '../keys/key-set.ts';
import { signingKey } from '../keys/load.ts';
import { fastPathDiffers } from './alarm.ts';

export type IssuerToSign = { readonly face: IssuerFace; readonly keys: readonly PublishedKey[] };

export type SignedArtefacts = {
  readonly document: string;
  /** The value of the document's proof. */
  readonly proofValue: string;
  readonly joseJwt: string;
};

/**
 * The two artefacts that are signed at once, each verified by the public path before it is answered.
 * That is as of the day from which it is valid: what is signed late may have run out since, and is no less right.
 * The same intent always gives the same bytes. Throws on its own defect: nothing is released then.
 *
 * @param createdAtSeconds the proof's `created`.
 */
export async function signArtefacts(
  signing: Signing,
  issuer: IssuerToSign,
  unsigned: JsonObject,
  ed25519KeyId: string,
  createdAtSeconds: number,
): Promise<SignedArtefacts> {
  const key = await keyById(signing, issuer, ed25519KeyId);
  const document = JSON.stringify(
    await withDataIntegrityProof(unsigned, key, createdAtSeconds, fastPathDiffers(signing)),
  );
  const asOfSeconds = secondsOf(stringAt(unsigned, 'validFrom'));
  const { credential } = await mustVerify(signing, issuer, document, asOfSeconds);
  const joseJwt = asServed(await signedJwt(unsigned, key), credential);
  await mustVerify(signing, issuer, joseJwt, asOfSeconds);
  return { document, proofValue: signatureOfDocument(credential), joseJwt };
}

/** The RS256 JWT of a released credential, verified by the public path as of the day it was issued. */
export async function signRsaJwt(
  signing: Signing,
  issuer: IssuerToSign,
  { document, validFrom, rsaKeyId }: ReleasedCredential,
): Promise<string> {
  const credential = JSON.parse(document);
  const { proof: _, ...unsigned } = credential;
  const signed = await signedJwt(unsigned, await keyById(signing, issuer, rsaKeyId));
  const jwt = asServed(signed, credential);
  await mustVerify(signing, issuer, jwt, secondsOf(validFrom));
  return jwt;
}

export type ReleasedCredential = {
  readonly document: string;
  /** An XML Schema dateTime. */
  readonly validFrom: string;
  readonly rsaKeyId: string;
};

/** Of an XML Schema dateTime. */
function secondsOf(dateTime: string | null): number {
  return Date.parse(dateTime ?? '') / 1000;
}

/** What is made of it for whoever asks: that is what must verify. */
function asServed(token: string, credential: JsonObject): string {
  return wholeJwtOf(keptJwt(token), credential);
}

async function keyById(signing: Signing, { face, keys }: IssuerToSign, keyId: string) {
  const key = keys.find(({ id }) => id === keyId);
  if (key === undefined) throw new Error('an intent for a key that is not the issuer’s');
  return signingKey(signing, face.slug, key);
}

/**
 * What was signed, as the public path reads it. Throws unless that calls it valid at the moment for which it was made:
 * work that was left behind may be taken up after its training has run out, and is no less right for that.
 */
async function mustVerify(
  signing: Signing,
  { face, keys }: IssuerToSign,
  text: string,
  atSeconds: number,
): Promise<Presented> {
  const presented = readPresented(text);
  if (!presented.ok) throw new Error('signed what cannot be read back');
  const { verdict, checks } = await verifyOurs(
    presented.value,
    {
      origin: signing.origin,
      issuer: async (did) =>
        did === controllerOf(signing, face.slug) ? { face, did, keys } : null,
      standing: async () => ({ state: 'active', since: null }),
      // It is logged in the transaction that releases it, and so after this.
      logged: async () => ({ state: 'waiting' }),
    },
    atSeconds,
  );
  if (verdict !== 'valid') {
    const failed = checks.filter(({ result }) => result !== 'pass').map(({ check }) => check);
    throw new Error(`signed what does not verify: ${verdict} (${failed.join(', ')})`);
  }
  return presented.value;
}
