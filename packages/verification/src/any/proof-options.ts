import { isJsonObject, type JsonObject, stringAt } from '@laurel/core/json';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { Check } from '@laurel/core/verdict';
import { listOf } from '../ours/claims-to-be-ours.ts';
import { dayOf, type ProofWanted, proofCheck, secondsOf } from './proof-wanted.ts';

/**
 * What speaks against a proof before its signature is looked at: another purpose, a time that is over, an
 * answer to somebody else (W3C Data Integrity 1.0, Sections 2.1 and 4.4). Null where nothing does.
 */
export function objectionTo(proof: JsonObject, wanted: ProofWanted): Check | null {
  const { proofPurpose, expires } = proof;
  if (proofPurpose !== wanted.purpose) {
    return proofCheck('fail', 'wrong_purpose', stringAt(proof, 'proofPurpose') ?? '');
  }
  const expiresAtSeconds = secondsOf(expires);
  if (expires !== undefined && (expiresAtSeconds ?? 0) < wanted.nowSeconds) {
    return proofCheck('fail', 'proof_expired', dayOf(expiresAtSeconds ?? 0));
  }
  const { request } = wanted;
  if (request === null) return null;
  if (request.challenge !== null && proof.challenge !== request.challenge) {
    return proofCheck('fail', 'other_request', 'challenge');
  }
  return request.domain === null || listOf(proof.domain).includes(request.domain)
    ? null
    : proofCheck('fail', 'other_request', 'domain');
}

/**
 * The proofs that a proof follows on, which it signs with the document (W3C Data Integrity 1.0, Section
 * 2.1.2), in the order in which they stand. Refused with the id of one that is not there.
 */
export function previousOf(
  proof: JsonObject,
  proofs: readonly unknown[],
): Result<readonly JsonObject[], string> {
  const ids = listOf(proof.previousProof);
  const previous = proofs.filter(isJsonObject).filter((one) => ids.includes(one.id));
  const missing = ids.find((id) => !previous.some((one) => one.id === id));
  return missing === undefined ? ok(previous) : refuse(typeof missing === 'string' ? missing : '');
}
