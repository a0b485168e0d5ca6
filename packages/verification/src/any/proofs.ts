import type { Check } from '@laurel/core/verdict';
import { issuerOf } from '../ours/verify-ours.ts';
import type { Presented } from '../read.ts';
import type { Sources } from '../verify.ts';
import { checkEmbeddedProofs } from './embedded-proofs.ts';
import { identityOf } from './identity/identity-of.ts';
import { identityCheck } from './identity/key-lookup.ts';
import { type ProofSeen, type ProofWanted, proofCheck } from './proof-wanted.ts';
import { stolenTestKey } from './stolen-test-key.ts';
import { checkTokenProof } from './token-proof.ts';

export type ProofsChecked = {
  /** What the proofs leave unsigned, and therefore speaks against the document. */
  readonly format: readonly Check[];
  /** One for each proof. */
  readonly proofs: readonly Check[];
  readonly identity: Check;
};

/** Checks every proof of a credential by the keys of the issuer that it names. */
export async function checkProofs(
  presented: Presented,
  format: readonly Check[],
  sources: Sources,
  nowSeconds: number,
): Promise<ProofsChecked> {
  if (format.some(({ result }) => result === 'fail')) {
    return {
      format: [],
      proofs: [proofCheck('skipped', 'not_checked')],
      identity: identityCheck('skipped', 'not_checked'),
    };
  }
  const checked = await checkProofsOf(presented, {
    controller: issuerOf(presented.credential),
    purpose: 'assertionMethod',
    request: null,
    retrieve: sources.retrieve,
    nowSeconds,
  });
  const stolen = await stolenTestKey(presented, sources.registry);
  return stolen === null ? checked : { ...checked, proofs: [stolen] };
}

/** The same for whatever is signed: a credential by its issuer, a presentation by who presents. */
export async function checkProofsOf(
  presented: Presented,
  wanted: ProofWanted,
): Promise<ProofsChecked> {
  const seen: readonly ProofSeen[] =
    presented.form === 'jwt'
      ? [await checkTokenProof(presented, wanted)]
      : await checkEmbeddedProofs(presented.credential, wanted);
  const checks = seen.map(({ check }) => check);
  const format = checks.filter(({ check }) => check === 'format');
  const proofs = checks.filter(({ check }) => check === 'proof');
  return {
    format,
    proofs: proofs.length === 0 ? [proofCheck('skipped', 'not_checked')] : proofs,
    identity: identityOf(seen, wanted.controller),
  };
}

/** True where what was signed may be believed: a good signature, and none that is not. */
export function areProven({ format, proofs, identity }: ProofsChecked): boolean {
  return (
    [...format, ...proofs].every(({ result }) => result !== 'fail') &&
    proofs.some(({ result }) => result === 'pass') &&
    identity.result === 'pass'
  );
}
