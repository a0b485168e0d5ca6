import type { Day } from './day.ts';
import type { LanguageMap } from './language.ts';

/** `test` issuers may sign arbitrary documents, may not award, and are called that wherever shown. */
export const ISSUER_KINDS = ['community', 'test'] as const;
export type IssuerKind = (typeof ISSUER_KINDS)[number];

/** Who answers for an issuer, since when, and by what it showed that it asks. */
export type Vouch = {
  /** Whoever reviewed it, as it wants to be called: the stewards of this service, or a body by its name. */
  readonly by: string;
  readonly since: Day;
  /** A permalink to the edit by which the issuer showed that it asks; null where there is none. */
  readonly proofUrl: string | null;
};

export const LOGO_TYPES = ['image/svg+xml', 'image/png'] as const;
export type LogoType = (typeof LOGO_TYPES)[number];

/** An issuer's logo, without its bytes; the digest (SHA-256, hex) tells one from the next. */
export type LogoReference = { readonly type: LogoType; readonly digest: string };

/** What the public may know of an issuer. */
export type IssuerFace = {
  readonly slug: string;
  readonly kind: IssuerKind;
  /** True for the invented issuer of a development deployment. */
  readonly demonstration: boolean;
  readonly names: LanguageMap;
  readonly descriptions: LanguageMap;
  /** Null for an issuer that no steward has reviewed. */
  readonly vouch: Vouch | null;
  readonly logo: LogoReference | null;
};

export const GRANTS = ['admin', 'awarder', 'reviewer'] as const;
export type Grant = (typeof GRANTS)[number];

/**
 * What can be done for an issuer; also the scopes of tokens. `credentials:sign` is for issuers of kind
 * `test` alone.
 */
export const TOKEN_SCOPES = [
  'awards:read',
  'awards:write',
  'awards:revoke',
  'nominations:review',
  'achievements:write',
  'issuer:write',
  'members:write',
  'audit:read',
  'tokens:write',
  'webhooks:write',
  'credentials:sign',
] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

const SCOPES_OF_GRANTS: Readonly<Record<Grant, readonly TokenScope[]>> = {
  admin: [
    'awards:read',
    'awards:revoke',
    'achievements:write',
    'issuer:write',
    'members:write',
    'audit:read',
    'tokens:write',
    'webhooks:write',
    'credentials:sign',
  ],
  awarder: ['awards:read', 'awards:write', 'awards:revoke', 'achievements:write', 'tokens:write'],
  reviewer: ['awards:read', 'nominations:review'],
};

/** What a member with these grants may do. */
export function scopesOfGrants(grants: readonly Grant[]): ReadonlySet<TokenScope> {
  return new Set(grants.flatMap((grant) => SCOPES_OF_GRANTS[grant]));
}
