export const KEY_ALGORITHMS = ['Ed25519', 'RS256'] as const;
export type KeyAlgorithm = (typeof KEY_ALGORITHMS)[number];

/** A public JSON Web Key (RFC 7517), as the platform exports it. Never holds private members. */
export type PublicJwk =
  | { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string }
  | { readonly kty: 'RSA'; readonly n: string; readonly e: string };

/** A public key of an issuer, or of the service itself (its root). */
export type VerificationKey = {
  /** The fragment: the method's id is `{controller}#{id}`. */
  readonly id: string;
  /** The DID that answers for the key. */
  readonly controller: string;
  readonly algorithm: KeyAlgorithm;
  readonly jwk: PublicJwk;
  /** Multikey form (W3C Controlled Identifiers 1.0, Section 2.2.2); null for RSA. */
  readonly multibase: string | null;
  readonly createdAtSeconds: number;
  /** After this the key signs nothing new; what it signed stays good. */
  readonly retiredAtSeconds: number | null;
  /** After this nothing that the key signed is believed. */
  readonly compromisedAtSeconds: number | null;
};

/** The id of the method that embedded proofs name: Multikey, or the JWK where there is no other. */
export function methodId(key: VerificationKey): string {
  return `${key.controller}#${key.id}`;
}

/** The id of the method that JWTs name (`kid`): the key as JsonWebKey. */
export function jwkMethodId(key: VerificationKey): string {
  return key.multibase === null ? methodId(key) : `${methodId(key)}-jwk`;
}
