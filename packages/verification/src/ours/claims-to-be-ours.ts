import { credentialIdIn } from '@laurel/core/addresses';
import { didWeb } from '@laurel/core/did';
import { isJsonObject } from '@laurel/core/json';
import { parsedUrl } from '@laurel/core/parsed-url';
import { asSigned } from '../as-signed.ts';
import type { Presented } from '../read.ts';

/**
 * True when anything in a credential points to us: its id, its issuer or its key. Whatever we then do
 * not understand is a failure, so that nobody borrows our name with a proof of another kind.
 */
export function claimsToBeOurs(presented: Presented, origin: string): boolean {
  const { credential } = presented;
  const signed = asSigned(presented);
  const keys =
    presented.form === 'jwt'
      ? namesIn(presented.header.kid)
      : listOf(credential.proof).flatMap((proof) =>
          isJsonObject(proof) ? namesIn(proof.verificationMethod) : [],
        );
  const issuers = [credential.issuer, signed.issuer, signed.iss].flatMap(namesIn);
  const ids = [credential.id, signed.id, signed.jti].flatMap(namesIn);
  return (
    ids.some((id) => credentialIdIn(origin, id) !== null) ||
    [...issuers, ...keys].some((name) => isUnder(name, didWeb(origin, '')) || isOn(name, origin))
  );
}

/** Every way in which JSON-LD lets a node be named: by its id, as an object with one, or among others. */
function namesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(namesIn);
  return isJsonObject(value) ? [value.id, value['@id']].flatMap(namesIn) : [];
}

/** Hosts and percent-escapes of a did:web are the same in either case (RFC 3986, Section 6.2.2.1). */
function isUnder(name: string, did: string): boolean {
  const [one, other] = [name.toLowerCase(), did.toLowerCase()];
  return one === other || one.startsWith(`${other}:`) || one.startsWith(`${other}#`);
}

/**
 * Nobody issues here by the address of a page, nor by a set of keys on our host: who has a key of ours could
 * else sign under such a name, and be asked for no record. A host may end in a dot (RFC 3986, Section 3.2.2).
 */
function isOn(name: string, origin: string): boolean {
  return parsedUrl(name)?.host.replace(/\.(?=:|$)/, '') === new URL(origin).host;
}

/** The proofs of a credential, one or several, as they stand. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
