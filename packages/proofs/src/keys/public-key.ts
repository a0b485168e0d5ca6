import type { PublicJwk } from '@laurel/core/verification-key';

/** A public key of anybody, of a kind that signatures are checked with here. */
export type PublicKey = {
  readonly kind: 'Ed25519' | 'P-256' | 'P-384' | 'RSA';
  readonly jwk: AnyPublicJwk;
};

/** A JSON Web Key (RFC 7517) of its public members alone. */
type AnyPublicJwk =
  | PublicJwk
  | {
      readonly kty: 'EC';
      readonly crv: 'P-256' | 'P-384';
      readonly x: string;
      readonly y: string;
    };

/** The algorithms of JWS that each kind of key is for (RFC 7518, Section 3.1; RFC 8037; RFC 9864). */
export const JWS_ALGORITHMS: Readonly<Record<PublicKey['kind'], readonly string[]>> = {
  Ed25519: ['EdDSA', 'Ed25519'],
  'P-256': ['ES256'],
  'P-384': ['ES384'],
  RSA: ['RS256'],
};
