import type { PublishedKey } from './key-lookup.ts';
import { speaksFor } from './speaks-for.ts';

/** True where the issuer that a credential names answers for a key. */
export function belongsTo({ owner, liesAt, onlyFor }: PublishedKey, issuer: string): boolean {
  if (onlyFor !== null && onlyFor !== issuer) return false;
  return liesAt === null ? owner === issuer : liesAt.every((place) => speaksFor(place, issuer));
}
