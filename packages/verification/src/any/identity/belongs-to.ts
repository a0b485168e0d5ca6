import type { PublishedKey } from './key-lookup.ts';
import { isWebAddress } from './web-address.ts';

/** True where the issuer that a credential names answers for a key. */
export function belongsTo({ owner, reach, onlyFor }: PublishedKey, issuer: string): boolean {
  if (onlyFor !== null && onlyFor !== issuer) return false;
  if (reach === 'document') return owner === issuer;
  return isWebAddress(issuer) && URL.parse(owner)?.origin === URL.parse(issuer)?.origin;
}
