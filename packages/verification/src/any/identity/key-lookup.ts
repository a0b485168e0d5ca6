import type { Result } from '@laurel/core/result';
import type { Check, CheckFindings, CheckResult } from '@laurel/core/verdict';
import type { PublicKey } from '@laurel/proofs/keys/public-key';

/** What a key was published to be used for (Controlled Identifiers 1.0, Section 2.3). */
export type Purpose = 'assertionMethod' | 'authentication';

/** A key, and who publishes it for a purpose. */
export type PublishedKey = {
  /** Every name that it goes by: a DID URL, another address, the `kid` of a JSON Web Key. */
  readonly names: readonly string[];
  readonly key: PublicKey;
  /** The DID or the https address whose document lists it. */
  readonly owner: string;
  /** `document`: the owner is exactly who is named; `origin`: whoever controls the owner’s host. */
  readonly reach: 'document' | 'origin';
  /** The one issuer that a key on a shared host says it is for; null where it says nothing. */
  readonly onlyFor: string | null;
  /** How it was looked up, as people call it: `did:web`, `https`. */
  readonly how: string;
  /** From when on it is not in use any more (`revoked` or `expires`); null where nothing is said. */
  readonly endedAtSeconds: number | null;
};

/** A failure is the check that says why there is no key. */
export type KeyLookup = Result<PublishedKey, Check>;

/** What was found of whose keys they are. */
export function identityCheck(
  result: CheckResult,
  finding: CheckFindings['identity'],
  ...values: readonly string[]
): Check {
  return { check: 'identity', result, finding, values };
}

export const UNKNOWN_KEY: Check = {
  check: 'proof',
  result: 'fail',
  finding: 'unknown_key',
  values: [],
};
