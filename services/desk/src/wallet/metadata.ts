import { CREDENTIAL_CONTEXTS } from '@laurel/core/open-badge';
import { claimsDescribed } from './claims.ts';
import { displayOf, displayOfService, type Spoken } from './displays.ts';
import { FORMATS, type Format, type FormatId } from './formats.ts';

/** The grant of OpenID4VCI 1.0, Section 4.1.1. */
export const PRE_AUTHORIZED = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';

/** The one type of details of a request for authorization (OpenID4VCI 1.0, Section 5.1.1). */
export const DETAILS_TYPE = 'openid_credential';

const TYPES = ['VerifiableCredential', 'OpenBadgeCredential'];

/** What is said of a form alone (OpenID4VCI 1.0, Appendix A.1.1.2 and A.1.2.2). */
const OF_FORMAT = {
  ldp_vc: {
    credential_signing_alg_values_supported: ['eddsa-rdfc-2022'],
    credential_definition: { '@context': CREDENTIAL_CONTEXTS, type: TYPES },
  },
  jwt_vc_json: {
    credential_signing_alg_values_supported: ['RS256'],
    credential_definition: { type: TYPES },
  },
} as const satisfies Readonly<Record<Format, object>>;

const DESCRIPTIONS = {
  ldp_vc: 'wallet-form-document',
  jwt_vc_json: 'wallet-form-jwt',
} as const satisfies Readonly<Record<Format, string>>;

/**
 * OpenID4VCI 1.0, Section 12.2.4. It says what this deployment offers, and of nobody. All languages at once, as
 * Section 12.2.2 allows: the answer is the same whoever asks, and caches keep one.
 */
export function issuerMetadata(origin: string, spoken: Spoken) {
  const configuration = ([id, format]: [FormatId, Format]) => {
    const display = displayOf(spoken, origin, DESCRIPTIONS[format]);
    return [
      id,
      {
        format,
        ...OF_FORMAT[format],
        credential_metadata: { display, claims: claimsDescribed(spoken) },
        // Where drafts before 1.0 have it.
        display,
      },
    ];
  };
  return {
    credential_issuer: origin,
    authorization_servers: [origin],
    credential_endpoint: `${origin}/wallet/credential`,
    display: displayOfService(spoken, origin),
    credential_configurations_supported: Object.fromEntries(FORMATS.map(configuration)),
  };
}

/** RFC 8414, Section 2, with the members of OpenID4VCI 1.0, Section 12.3, and RFC 9396, Section 10. */
export function serverMetadata(origin: string) {
  return {
    issuer: origin,
    token_endpoint: `${origin}/wallet/token`,
    token_endpoint_auth_methods_supported: ['none'],
    response_types_supported: [],
    grant_types_supported: [PRE_AUTHORIZED],
    authorization_details_types_supported: [DETAILS_TYPE],
    'pre-authorized_grant_anonymous_access_supported': true,
  };
}
