import type { RecordRequest } from '@laurel/contracts/signer-rpc';
import { base64url } from 'jose';

/** Digest of what was asked for, to tell a repeat from another request under the same key; base64url. */
export async function recordHash({
  holderAccountId,
  title,
  language,
  credentialIds,
}: RecordRequest): Promise<string> {
  const asked = JSON.stringify(['record', holderAccountId, title, language, credentialIds]);
  const bytes = new TextEncoder().encode(asked);
  return base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
