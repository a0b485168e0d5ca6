import type { LanguageMap } from './language.ts';

/** `test` issuers may sign arbitrary documents, may not award, and are called that wherever shown. */
export const ISSUER_KINDS = ['community', 'test'] as const;
export type IssuerKind = (typeof ISSUER_KINDS)[number];

/** What the public may know of an issuer. */
export type IssuerFace = {
  readonly slug: string;
  readonly kind: IssuerKind;
  /** True for the invented issuer of a development deployment. */
  readonly demonstration: boolean;
  readonly names: LanguageMap;
  readonly descriptions: LanguageMap;
};

export const GRANTS = ['admin', 'awarder', 'reviewer'] as const;
export type Grant = (typeof GRANTS)[number];

/** `credentials:sign` is for issuers of kind `test` alone. */
export const TOKEN_SCOPES = [
  'awards:write',
  'awards:read',
  'awards:revoke',
  'credentials:sign',
] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];
