import type { Check } from '@laurel/core/verdict';
import type { PublishedKey } from './identity/key-lookup.ts';
import { dayOf, proofCheck } from './proof-wanted.ts';

/**
 * The check where a key is not in use any more at the moment of verifying; null where it is. When a proof
 * was made is said by nobody but its maker, and whoever stole the key may be that: so nothing is believed
 * to be from before (Controlled Identifiers 1.0, Section 2.2, and “Revocation Semantics”).
 */
export function endedKey(
  { endedAtSeconds }: PublishedKey,
  name: string,
  nowSeconds: number,
): Check | null {
  return endedAtSeconds === null || endedAtSeconds > nowSeconds
    ? null
    : proofCheck('fail', 'key_ended', name, dayOf(endedAtSeconds));
}
