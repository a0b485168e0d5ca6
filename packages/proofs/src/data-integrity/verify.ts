import { isJsonObject, type JsonObject } from '@laurel/core/json';
import type { PublicKey } from '../keys/public-key.ts';
import { checkProofBy } from './check-proof.ts';
import { EDDSA_SUITES, type EddsaSuite } from './eddsa-suites.ts';

/**
 * True when the one proof of a document is of this suite and was made by this key of ours for assertion (W3C
 * Data Integrity EdDSA Cryptosuites 1.0, Sections 3.2.2 and 3.3.2). False for everything else, whether the
 * signature differs, a term is undefined, the proof is malformed or it is too much work to find out.
 */
export async function hasGoodProof(
  document: JsonObject,
  suite: EddsaSuite,
  jwk: PublicKey['jwk'],
): Promise<boolean> {
  const { proof: proofs, ...unsecured } = document;
  const [proof, ...others] = [proofs ?? []].flat();
  if (!isJsonObject(proof) || others.length > 0) return false;
  const { type, cryptosuite, proofPurpose } = proof;
  if (type !== 'DataIntegrityProof' || cryptosuite !== suite) return false;
  if (proofPurpose !== 'assertionMethod') return false;
  const { outcome } = await checkProofBy({
    document: unsecured,
    proof,
    suite: EDDSA_SUITES[suite],
    key: { kind: 'Ed25519', jwk },
    work: { spent: 0 },
  });
  return outcome === 'good';
}
