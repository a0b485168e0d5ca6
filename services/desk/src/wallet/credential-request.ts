import { mediaTypeOf } from '@laurel/http/media-type';
import { readBody } from '@laurel/http/read-body';
import * as z from 'zod';
import type { DeskContext } from '../app-context.ts';
import { type Format, formatOf } from './formats.ts';
import { refused } from './oauth-error.ts';

/** A request may hold proofs of keys with certificates, which are not read. */
const MAX_REQUEST_BYTES = 16_384;

const NOT_OFFERED = 'This is not offered here.';

const CredentialRequest = z.looseObject({
  credential_configuration_id: z.string().optional(),
  credential_identifier: z.string().optional(),
  /** Drafts up to 14 name the format instead. */
  format: z.string().optional(),
});

export type CredentialRequest = { readonly format: Format; readonly isDraft: boolean };

/**
 * What a wallet asks for (OpenID4VCI 1.0, Section 8.2), or the answer to what is not offered or cannot be read (Section
 * 8.3.1.2). A proof of possession is not asked for, and one that is sent is not used.
 */
export async function readCredentialRequest(c: DeskContext): Promise<CredentialRequest | Response> {
  const type = mediaTypeOf(c.req.header('content-type'));
  if (type === 'application/jwt') {
    const description = 'Nothing here is encrypted but by TLS.';
    return refused(c, 400, 'invalid_encryption_parameters', description);
  }
  if (type !== 'application/json') {
    return refused(c, 415, 'invalid_credential_request', 'Send application/json.');
  }
  const body = await readBody(c.req.raw, MAX_REQUEST_BYTES);
  if (!body.ok) {
    const description = `At most ${MAX_REQUEST_BYTES} bytes are read.`;
    return refused(c, 413, 'invalid_credential_request', description);
  }
  const read = CredentialRequest.safeParse(jsonOf(body.value));
  if (!read.success) {
    return refused(c, 400, 'invalid_credential_request', 'This is no request for a credential.');
  }
  return askedIn(c, read.data);
}

function askedIn(
  c: DeskContext,
  asked: z.infer<typeof CredentialRequest>,
): CredentialRequest | Response {
  const { credential_configuration_id: id, credential_identifier: one, format } = asked;
  if (id !== undefined && one !== undefined) {
    const description = 'Of credential_configuration_id and credential_identifier send one.';
    return refused(c, 400, 'invalid_credential_request', description);
  }
  const name = one ?? id;
  if (name !== undefined) {
    const found = formatOf(name);
    if (found !== null) return { format: found, isDraft: false };
    const unknown = one === undefined ? 'credential_configuration' : 'credential_identifier';
    return refused(c, 400, `unknown_${unknown}`, NOT_OFFERED);
  }
  if (format === undefined) {
    const description = 'credential_configuration_id is missing.';
    return refused(c, 400, 'invalid_credential_request', description);
  }
  return format === 'ldp_vc' || format === 'jwt_vc_json'
    ? { format, isDraft: true }
    : refused(c, 400, 'unsupported_credential_format', NOT_OFFERED);
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
