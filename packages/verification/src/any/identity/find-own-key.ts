import { ok } from '@laurel/core/result';
import type { Retrieve } from '../../retrieve.ts';
import { belongsTo } from './belongs-to.ts';
import { findKey } from './find-key.ts';
import { isSameAs, type KeyLookup, type PublishedKey, type Purpose } from './key-lookup.ts';
import { keysOfIssuer } from './keys-of-issuer.ts';

/**
 * Finds a key by its absolute name. Where it lies bare at a place that speaks for nobody, it is the issuer's
 * if the issuer publishes the same key as its own (1EdTech OB 3.0 Implementation Guide, “External proof”).
 */
export async function findOwnKey(
  name: string,
  issuer: string,
  purpose: Purpose,
  retrieve: Retrieve,
): Promise<KeyLookup> {
  const found = await findKey(name, purpose, retrieve);
  if (!found.ok || !mayBePublishedBy(issuer, found.value)) return found;
  const keys = await keysOfIssuer(issuer, purpose, retrieve);
  if (!keys.ok) return keys;
  return ok(keys.value.find(isSameAs(found.value.key)) ?? found.value);
}

/** Whoever is on another host is not asked, but for a DID, whose documents may lie anywhere. */
function mayBePublishedBy(issuer: string, key: PublishedKey): boolean {
  const { liesAt, onlyFor, owner } = key;
  if (liesAt === null || belongsTo(key, issuer)) return false;
  if (onlyFor !== null && onlyFor !== issuer) return false;
  return issuer.startsWith('did:') || URL.parse(owner)?.origin === URL.parse(issuer)?.origin;
}
