import type { JsonObject } from '@laurel/core/json';
import canonicalize from 'canonicalize';

/**
 * What an `eddsa-jcs-2022` proof signs: the hash of the canonical proof options, then that of the
 * canonical document (Section 3.3.4; RFC 8785).
 */
export async function jcsHashData(
  document: JsonObject,
  proofOptions: JsonObject,
): Promise<Uint8Array<ArrayBuffer>> {
  const hashes = await Promise.all([sha256(proofOptions), sha256(document)]);
  const data = new Uint8Array(64);
  hashes.forEach((hash, place) => {
    data.set(hash, place * 32);
  });
  return data;
}

async function sha256(value: JsonObject): Promise<Uint8Array> {
  const canonical = canonicalize(value);
  if (canonical === undefined) throw new Error('a document without a canonical form');
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical)));
}
