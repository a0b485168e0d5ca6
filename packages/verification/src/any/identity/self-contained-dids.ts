import { isJsonObject, type JsonObject } from '@laurel/core/json';
import { jsonMistake } from '@laurel/core/json-mistake';
import { bytesOfBase64url } from '@laurel/proofs/base64url';

/** The document of a did:key, which is in its name (did:key Method, Section 3.1); null where there is none. */
export function documentOfDidKey(did: string): JsonObject | null {
  const multibase = /^did:key:(z[1-9A-HJ-NP-Za-km-z]+)$/.exec(did)?.[1];
  if (multibase === undefined) return null;
  const id = `${did}#${multibase}`;
  return documentOf(did, {
    id,
    type: 'Multikey',
    controller: did,
    publicKeyMultibase: multibase,
  });
}

/** The document of a did:jwk, which is in its name (did:jwk Method, Section “Read”); null where there is none. */
export function documentOfDidJwk(did: string): JsonObject | null {
  const bytes = bytesOfBase64url(/^did:jwk:(.+)$/.exec(did)?.[1] ?? '');
  if (bytes === null) return null;
  const text = new TextDecoder().decode(bytes);
  if (jsonMistake(text) !== null) return null;
  const jwk: unknown = JSON.parse(text);
  if (!isJsonObject(jwk)) return null;
  return documentOf(did, {
    id: `${did}#0`,
    type: 'JsonWebKey',
    controller: did,
    publicKeyJwk: jwk,
  });
}

function documentOf(did: string, method: JsonObject & { readonly id: string }): JsonObject {
  return {
    id: did,
    verificationMethod: [method],
    assertionMethod: [method.id],
    authentication: [method.id],
  };
}
