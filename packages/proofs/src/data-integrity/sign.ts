import type { JsonObject } from '@laurel/core/json';
import { methodId, type VerificationKey } from '@laurel/core/verification-key';
import { FORMS } from '../canonical/known-forms.ts';
import { base58btc } from '../multibase.ts';
import { type Alarm, bytesToSign } from './bytes-to-sign.ts';

/** A private key that signs and cannot be read, with the public key it belongs to. */
export type SigningKey = { readonly publicKey: VerificationKey; readonly privateKey: CryptoKey };

/**
 * Adds an `eddsa-rdfc-2022` proof (W3C Data Integrity EdDSA Cryptosuites 1.0, Section 3.2) as an
 * array of one. Deterministic: the same document, key and `created` give the same bytes. Throws on a
 * term that no context defines, as it would be left unsigned.
 *
 * @param createdAtSeconds the proof's `created`; seconds since the epoch.
 * @param alarm called where the fast path was found to differ from the full one, by which it is then signed.
 */
export async function withDataIntegrityProof(
  document: JsonObject,
  key: SigningKey,
  createdAtSeconds: number,
  alarm: Alarm = unheard,
  forms = FORMS,
): Promise<JsonObject> {
  const options = {
    type: 'DataIntegrityProof',
    created: new Date(createdAtSeconds * 1000).toISOString().replace('.000', ''),
    verificationMethod: methodId(key.publicKey),
    cryptosuite: 'eddsa-rdfc-2022',
    proofPurpose: 'assertionMethod',
  } as const;
  const bytes = await bytesToSign(document, options, alarm, forms);
  const signature = await crypto.subtle.sign('Ed25519', key.privateKey, bytes);
  const proof = { ...options, proofValue: base58btc(new Uint8Array(signature)) };
  return { ...document, proof: [proof] };
}

function unheard(): never {
  throw new Error('the fast path differs from the full one');
}
