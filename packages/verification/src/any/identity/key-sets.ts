import { isJsonObject, type JsonObject, stringAt } from '@laurel/core/json';
import { keyOfJwk } from '@laurel/proofs/keys/from-jwk';
import { listOf } from '../../ours/claims-to-be-ours.ts';
import type { PublishedKey } from './key-lookup.ts';

/**
 * The keys of a JSON Web Key or a set of them (RFC 7517, Section 5) that are understood. A member `iss`
 * says whose a key is, where a host has several issuers (1EdTech OB 3.0 Implementation Guide).
 */
export function keysInSet(
  set: JsonObject,
  owner: string,
  liesAt: PublishedKey['liesAt'],
): readonly PublishedKey[] {
  const jwks = set.keys === undefined ? [set] : listOf(set.keys);
  return jwks.filter(isJsonObject).flatMap((jwk) => {
    const key = keyOfJwk(jwk);
    if (key === null) return [];
    const kid = stringAt(jwk, 'kid');
    const names = kid === null ? [] : [kid];
    const onlyFor = stringAt(jwk, 'iss');
    return [{ names, key, owner, liesAt, onlyFor, how: 'https', endedAtSeconds: null }];
  });
}
