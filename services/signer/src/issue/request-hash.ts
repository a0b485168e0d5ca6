import type { IssueRequest } from '@laurel/contracts/signer-rpc';
import { base64url } from 'jose';

/** Digest of what was asked for, to tell a repeat from another request under the same key; base64url. */
export async function requestHash({
  awardId,
  language,
  disclosure,
}: IssueRequest): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([awardId, language, disclosure]));
  return base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
