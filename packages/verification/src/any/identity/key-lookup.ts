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
  /**
   * Where it lies bare, so that nothing but the place says whose it is: as it was asked for, and as it was
   * found after redirects. Null where the owner is exactly who is named.
   */
  readonly liesAt: readonly string[] | null;
  /** The one issuer that a key on a shared host says it is for; null where it says nothing. */
  readonly onlyFor: string | null;
  /** How it was looked up, as people call it: `did:web`, `https`. */
  readonly how: string;
  /** From when on it is not in use any more (`revoked` or `expires`); null where nothing is said. */
  readonly endedAtSeconds: number | null;
};

/** True of what has the same key, under whatever name. */
export function isSameAs({
  kind,
  jwk,
}: PublicKey): (other: { readonly key: PublicKey }) => boolean {
  const text = JSON.stringify(jwk);
  return ({ key }) => key.kind === kind && JSON.stringify(key.jwk) === text;
}

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
