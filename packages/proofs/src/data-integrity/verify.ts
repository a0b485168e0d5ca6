import { isJsonObject, type JsonObject } from '@laurel/core/json';
import type { VerificationKey } from '@laurel/core/verification-key';
import { checkProofBy } from './check-proof.ts';
import { EDDSA_SUITES } from './eddsa-suites.ts';

/**
 * True when the one `eddsa-rdfc-2022` proof of a document was made by this key of ours for assertion (W3C
 * Data Integrity EdDSA Cryptosuites 1.0, Section 3.2.2). False for everything else, whether the
 * signature differs, a term is undefined, the proof is malformed or it is too much work to find out.
 */
export async function hasGoodProof(document: JsonObject, key: VerificationKey): Promise<boolean> {
  const { proof: proofs, ...unsecured } = document;
  const [proof, ...others] = [proofs ?? []].flat();
  if (!isJsonObject(proof) || others.length > 0 || key.algorithm !== 'Ed25519') return false;
  if (proof.proofPurpose !== 'assertionMethod') return false;
  const { outcome } = await checkProofBy({
    document: unsecured,
    proof,
    suite: EDDSA_SUITES['eddsa-rdfc-2022'],
    key: { kind: key.algorithm, jwk: key.jwk },
    work: { spent: 0 },
  });
  return outcome === 'good';
}
