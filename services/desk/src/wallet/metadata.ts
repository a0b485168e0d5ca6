/** The grant of OpenID4VCI 1.0, Section 3.5. */
export const PRE_AUTHORIZED = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';

const TYPES = ['VerifiableCredential', 'OpenBadgeCredential'];
const CONTEXTS = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
];
const DISPLAY = [
  { name: 'Certificate of a contribution', locale: 'en' },
  { name: 'شهادة مساهمة', locale: 'ar' },
];

/** What a wallet can have, by its identifier (OpenID4VCI 1.0, Section 12.2.4 and Appendix A.1). */
export const CONFIGURATIONS = {
  open_badge_ldp_vc: {
    format: 'ldp_vc',
    credential_signing_alg_values_supported: ['eddsa-rdfc-2022'],
    credential_definition: { '@context': CONTEXTS, type: TYPES },
    credential_metadata: { display: DISPLAY },
    // Where drafts before 1.0 have it.
    display: DISPLAY,
  },
  open_badge_jwt_vc_json: {
    format: 'jwt_vc_json',
    credential_signing_alg_values_supported: ['RS256'],
    credential_definition: { type: TYPES },
    credential_metadata: { display: DISPLAY },
    display: DISPLAY,
  },
} as const;

export type Format = 'ldp_vc' | 'jwt_vc_json';

/** OpenID4VCI 1.0, Section 12.2.4. It says what this deployment offers, and of nobody. */
export function issuerMetadata(origin: string) {
  return {
    credential_issuer: origin,
    authorization_servers: [origin],
    credential_endpoint: `${origin}/wallet/credential`,
    display: [{ name: 'Laurel', locale: 'en' }],
    credential_configurations_supported: CONFIGURATIONS,
  };
}

/** RFC 8414, Section 2, with the member of OpenID4VCI 1.0, Section 12.3. */
export function serverMetadata(origin: string) {
  return {
    issuer: origin,
    token_endpoint: `${origin}/wallet/token`,
    token_endpoint_auth_methods_supported: ['none'],
    response_types_supported: [],
    grant_types_supported: [PRE_AUTHORIZED],
    'pre-authorized_grant_anonymous_access_supported': true,
  };
}

/** OpenID4VCI 1.0, Section 4.1.1. */
export function offerOf(origin: string, code: string) {
  return {
    credential_issuer: origin,
    credential_configuration_ids: Object.keys(CONFIGURATIONS),
    grants: {
      [PRE_AUTHORIZED]: {
        'pre-authorized_code': code,
        tx_code: { input_mode: 'numeric', length: 6 },
      },
    },
  };
}

/** The address that a wallet opens: by reference, so that its QR code stays small. */
export function offerLink(origin: string, code: string): string {
  const uri = encodeURIComponent(`${origin}/wallet/offers/${code}`);
  return `openid-credential-offer://?credential_offer_uri=${uri}`;
}
