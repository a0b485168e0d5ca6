import type { DeskContext } from '../app-context.ts';
import { readForm } from '../session/read-form.ts';
import { detailsGranted } from './authorization-details.ts';
import { PRE_AUTHORIZED } from './metadata.ts';
import { refused } from './oauth-error.ts';

/** A form may hold statements about the wallet, which are not read. */
const MAX_FORM_BYTES = 16_384;

/** Others may be there, and more than once. */
const READ = ['grant_type', 'pre-authorized_code', 'tx_code', 'user_pin', 'authorization_details'];

export type TokenRequest = {
  readonly code: string;
  /** Null where they were not sent. */
  readonly digits: string | null;
  /** To be told to the wallet; null where it did not ask. */
  readonly details: ReturnType<typeof detailsGranted>;
};

/**
 * What a wallet sends for a token (OpenID4VCI 1.0, Section 6.1; RFC 6749, Section 3.2: what is empty was not sent, and
 * nothing of these twice), or the answer to what is none.
 */
export async function readTokenRequest(c: DeskContext): Promise<TokenRequest | Response> {
  const form = await readForm(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) {
    return form.failure.reason === 'body_too_large'
      ? refused(c, 413, 'invalid_request', `At most ${MAX_FORM_BYTES} bytes are read.`)
      : refused(c, 400, 'invalid_request', 'Send application/x-www-form-urlencoded.');
  }
  if (READ.some((name) => form.value.getAll(name).length > 1)) {
    return refused(c, 400, 'invalid_request', 'A parameter is there twice.');
  }
  const sent = (name: string) => form.value.get(name) || null;
  const grant = sent('grant_type');
  if (grant === null) return refused(c, 400, 'invalid_request', 'grant_type is missing.');
  if (grant !== PRE_AUTHORIZED) {
    return refused(c, 400, 'unsupported_grant_type', `The one grant here is ${PRE_AUTHORIZED}`);
  }
  const code = sent('pre-authorized_code');
  if (code === null) return refused(c, 400, 'invalid_request', 'pre-authorized_code is missing.');
  const wanted = sent('authorization_details');
  const details = wanted === null ? null : detailsGranted(wanted);
  if (wanted !== null && details === null) {
    const description = 'There are no such credentials, or this cannot be read.';
    return refused(c, 400, 'invalid_authorization_details', description);
  }
  // Drafts up to 12 call the digits so.
  return { code, digits: sent('tx_code') ?? sent('user_pin'), details };
}
