import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import type { JsonObject } from '@laurel/core/json';
import type { VerificationKey } from '@laurel/core/verification-key';
import jsigs from 'jsonld-signatures';
import { documentLoaderFor } from '../document-loader.ts';

/**
 * True when the one `eddsa-rdfc-2022` proof of a document was made by this key for assertion (W3C
 * Data Integrity EdDSA Cryptosuites 1.0, Section 3.2.2). False for everything else, whether the
 * signature differs, a term is undefined or the proof is malformed.
 */
export async function hasGoodProof(document: JsonObject, key: VerificationKey): Promise<boolean> {
  const { verified } = await jsigs.verify(structuredClone(document), {
    suite: new DataIntegrityProof({ cryptosuite }),
    purpose: new jsigs.purposes.AssertionProofPurpose(),
    documentLoader: documentLoaderFor(key),
  });
  return verified;
}
