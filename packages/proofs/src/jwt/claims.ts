import { type JsonObject, stringAt } from '@laurel/core/json';

/** How a credential's own properties appear as registered claims (1EdTech OB 3.0, Section 8.2.4.1). */
export type RegisteredClaims = {
  readonly iss: string;
  readonly jti: string;
  readonly sub: string;
  readonly nbf: number;
  readonly exp?: number;
};

/** Null where the credential lacks what a claim needs. Times are seconds since the epoch. */
export function claimsOf(credential: JsonObject): RegisteredClaims | null {
  const iss = stringAt(credential, 'issuer', 'id');
  const jti = stringAt(credential, 'id');
  const sub = stringAt(credential, 'credentialSubject', 'id');
  const validFrom = Date.parse(stringAt(credential, 'validFrom') ?? '');
  const validUntil = stringAt(credential, 'validUntil');
  if (iss === null || jti === null || sub === null || Number.isNaN(validFrom)) return null;
  return {
    iss,
    jti,
    sub,
    nbf: validFrom / 1000,
    ...(validUntil === null ? {} : { exp: Date.parse(validUntil) / 1000 }),
  };
}
