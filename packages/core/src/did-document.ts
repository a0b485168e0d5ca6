import type { JsonObject } from './json.ts';
import { jwkMethodId, methodId, type VerificationKey } from './verification-key.ts';

/**
 * The DID document of a controller (W3C DID Core 1.0; Controlled Identifiers 1.0).
 *
 * Retired keys stay, undated: a verifier that honours `expires` would refuse old proofs. Compromised
 * keys go. `assertionMethod` holds absolute ids as strings, which is what verifiers were seen to read.
 */
export function didDocument(did: string, keys: readonly VerificationKey[]): JsonObject {
  const methods = keys
    .filter((key) => key.compromisedAtSeconds === null)
    .flatMap((key) => [...multikeyMethod(key), jwkMethod(key)]);
  return {
    '@context': [
      'https://www.w3.org/ns/did/v1',
      'https://w3id.org/security/multikey/v1',
      'https://w3id.org/security/jwk/v1',
    ],
    id: did,
    verificationMethod: methods,
    assertionMethod: methods.map(({ id }) => id),
  };
}

type Method = JsonObject & { readonly id: string };

function multikeyMethod(key: VerificationKey): readonly Method[] {
  return key.multibase === null
    ? []
    : [
        {
          id: methodId(key),
          type: 'Multikey',
          controller: key.controller,
          publicKeyMultibase: key.multibase,
        },
      ];
}

function jwkMethod(key: VerificationKey): Method {
  return {
    id: jwkMethodId(key),
    type: 'JsonWebKey',
    controller: key.controller,
    publicKeyJwk: jwkWithUse(key),
  };
}

/** The key as other systems read it (RFC 7517, Section 4), with the algorithm it is used with. */
export function jwkWithUse(key: VerificationKey): JsonObject {
  return {
    ...key.jwk,
    kid: jwkMethodId(key),
    alg: key.algorithm === 'Ed25519' ? 'EdDSA' : 'RS256',
    use: 'sig',
  };
}
