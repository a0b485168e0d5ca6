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
  /** Since then somebody else may have it: nothing that it signed is believed, but for what was logged before. */
  readonly compromisedAtSeconds: number | null;
};

/** A key of ours, with its turn. */
export type PublishedKey = VerificationKey & {
  /** Published ahead of its use: it signs nothing yet. */
  readonly waiting: boolean;
  /** From when it signs, also while it waits for that; 0 where that is from its making. */
  readonly signsFromSeconds: number;
};

/** A key is one of these at a time. */
export const KEY_STATES = ['waiting', 'signing', 'retired', 'compromised'] as const;
export type KeyState = (typeof KEY_STATES)[number];

/** What a key is now. That it was stolen outranks the rest. */
export function keyStateOf(key: PublishedKey): KeyState {
  if (key.compromisedAtSeconds !== null) return 'compromised';
  if (key.retiredAtSeconds !== null) return 'retired';
  return key.waiting ? 'waiting' : 'signing';
}

/** From when a key signs, or is going to; seconds since the epoch. */
export function signsFrom(key: PublishedKey): number {
  return Math.max(key.createdAtSeconds, key.signsFromSeconds);
}

/** The id of the method that embedded proofs name: Multikey, or the JWK where there is no other. */
export function methodId(key: VerificationKey): string {
  return `${key.controller}#${key.id}`;
}

/** The id of the method that JWTs name (`kid`): the key as JsonWebKey. */
export function jwkMethodId(key: VerificationKey): string {
  return key.multibase === null ? methodId(key) : `${methodId(key)}-jwk`;
}
