import { z } from 'zod';
import { CONFIGURATIONS, type Format } from './metadata.ts';

const CredentialRequest = z.looseObject({
  credential_configuration_id: z.string().optional(),
  credential_identifier: z.string().optional(),
  /** Drafts up to 13 name the format instead. */
  format: z.string().optional(),
});

/** What a wallet asks for, or the error of OpenID4VCI 1.0, Section 8.3.1.2 (or of draft 13). */
export type Asked =
  | { readonly format: Format; readonly isDraft: boolean }
  | {
      readonly error:
        | 'invalid_credential_request'
        | 'unknown_credential_configuration'
        | 'unknown_credential_identifier'
        | 'unsupported_credential_format';
    };

/** Reads a credential request. A proof of possession is not asked for, and one that is sent is not used. */
export function askedIn(body: unknown): Asked {
  const read = CredentialRequest.safeParse(body);
  if (!read.success) return { error: 'invalid_credential_request' };
  const { credential_configuration_id: id, credential_identifier: one, format } = read.data;
  if (one !== undefined) return { error: 'unknown_credential_identifier' };
  if (id !== undefined) {
    const found = Object.entries(CONFIGURATIONS).find(([known]) => known === id);
    return found === undefined
      ? { error: 'unknown_credential_configuration' }
      : { format: found[1].format, isDraft: false };
  }
  if (format === undefined) return { error: 'invalid_credential_request' };
  return format === 'ldp_vc' || format === 'jwt_vc_json'
    ? { format, isDraft: true }
    : { error: 'unsupported_credential_format' };
}
