/** The forms that a wallet can have, as OpenID4VCI 1.0, Appendix A.1, calls them. */
export type Format = 'ldp_vc' | 'jwt_vc_json';

/** What an offer and a request call one of them. */
export type FormatId = 'open_badge_ldp_vc' | 'open_badge_jwt_vc_json';

/** The document first: wallets that take one of several take that. */
export const FORMATS: readonly [FormatId, Format][] = [
  ['open_badge_ldp_vc', 'ldp_vc'],
  ['open_badge_jwt_vc_json', 'jwt_vc_json'],
];

/** The form of this identifier; null where there is none. */
export function formatOf(id: string): Format | null {
  return FORMATS.find(([known]) => known === id)?.[1] ?? null;
}
