import type { JsonObject } from '@laurel/core/json';
import { claimsOf } from './claims.ts';

/**
 * What a credential's JWT signs, as text: the credential without a proof, and its registered claims (1EdTech OB
 * 3.0, Section 8.2). The same credential always gives the same text. Throws on one that lacks what a claim needs.
 */
export function payloadOf(unsigned: JsonObject): string {
  const claims = claimsOf(unsigned);
  if (claims === null) throw new Error('a credential without what its claims need');
  return JSON.stringify({ ...unsigned, ...claims });
}
