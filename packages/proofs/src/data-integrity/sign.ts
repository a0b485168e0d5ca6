import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import type { JsonObject } from '@laurel/core/json';
import { methodId, type VerificationKey } from '@laurel/core/verification-key';
import jsigs from 'jsonld-signatures';
import { documentLoaderFor } from '../document-loader.ts';

/** A private key that signs and cannot be read, with the public key it belongs to. */
export type SigningKey = { readonly publicKey: VerificationKey; readonly privateKey: CryptoKey };

/**
 * Adds an `eddsa-rdfc-2022` proof (W3C Data Integrity EdDSA Cryptosuites 1.0, Section 3.2) as an
 * array of one. Deterministic: the same document, key and `created` give the same bytes. Throws on a
 * term that no context defines, as it would be left unsigned.
 *
 * @param createdAtSeconds the proof's `created`; seconds since the epoch.
 */
export async function withDataIntegrityProof(
  document: JsonObject,
  key: SigningKey,
  createdAtSeconds: number,
): Promise<JsonObject> {
  const suite = new DataIntegrityProof({
    cryptosuite,
    date: new Date(createdAtSeconds * 1000).toISOString(),
    signer: {
      id: methodId(key.publicKey),
      algorithm: 'Ed25519',
      sign: async ({ data }) =>
        new Uint8Array(await crypto.subtle.sign('Ed25519', key.privateKey, data)),
    },
  });
  const { proof } = await jsigs.sign(structuredClone(document), {
    suite,
    purpose: new jsigs.purposes.AssertionProofPurpose(),
    documentLoader: documentLoaderFor(key.publicKey),
  });
  return { ...document, proof: [proof] };
}
