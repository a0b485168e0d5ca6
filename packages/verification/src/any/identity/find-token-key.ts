import { isJsonObject, type JsonObject, stringAt } from '@laurel/core/json';
import { ok, refuse } from '@laurel/core/result';
import { keyOfJwk } from '@laurel/proofs/keys/from-jwk';
import { JWS_ALGORITHMS } from '@laurel/proofs/keys/public-key';
import type { Retrieve } from '../../retrieve.ts';
import { findOwnKey } from './find-own-key.ts';
import {
  isSameAs,
  type KeyLookup,
  type PublishedKey,
  type Purpose,
  UNKNOWN_KEY,
} from './key-lookup.ts';
import { keysOfIssuer } from './keys-of-issuer.ts';
import { isWebAddress } from './web-address.ts';

/**
 * Finds the key that a token's header names (RFC 7515, Section 4.1.4). A key that stands in the header
 * itself (`jwk`, `jku`, `x5c`, `x5u`) is never taken from there: a `jwk` without a `kid` only says which of
 * the keys that the issuer publishes it is (1EdTech OB 3.0, Section 8.2.2).
 */
export async function findTokenKey(
  header: JsonObject,
  issuer: string,
  purpose: Purpose,
  retrieve: Retrieve,
): Promise<KeyLookup> {
  const kid = stringAt(header, 'kid');
  if (kid !== null && isAbsolute(kid)) return findOwnKey(kid, issuer, purpose, retrieve);
  const keys = await keysOfIssuer(issuer, purpose, retrieve);
  if (!keys.ok) return keys;
  const [key, ...others] = keys.value.filter(namedBy(header, kid === issuer ? null : kid));
  // The same key may be published as a Multikey and as a JWK; two keys are one too many.
  return key === undefined || !others.every(isSameAs(key.key)) ? refuse(UNKNOWN_KEY) : ok(key);
}

function isAbsolute(kid: string): boolean {
  return isWebAddress(kid) || (kid.startsWith('did:') && kid.includes('#'));
}

function namedBy(header: JsonObject, kid: string | null): (key: PublishedKey) => boolean {
  if (kid !== null) {
    const fragment = kid.startsWith('#') ? kid : `#${kid}`;
    return ({ names, owner }) => names.includes(kid) || names.includes(`${owner}${fragment}`);
  }
  if (isJsonObject(header.jwk)) {
    const key = keyOfJwk(header.jwk);
    return key === null ? () => false : isSameAs(key);
  }
  return ({ key }) => JWS_ALGORITHMS[key.kind].some((algorithm) => algorithm === header.alg);
}
