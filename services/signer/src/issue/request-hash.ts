import type { IssueRequest } from '@laurel/contracts/signer-rpc';
import { base64url } from 'jose';

/** Digest of what was asked for, to tell a repeat from another request under the same key; base64url. */
export async function requestHash(request: IssueRequest): Promise<string> {
  const { awardId, language, disclosure } = request;
  const asked = [
    awardId,
    language,
    disclosure,
    ...(request.disclosure === 'name' ? [request.writing] : []),
    ...(request.endorsementIds === undefined ? [] : [request.endorsementIds]),
  ];
  const bytes = new TextEncoder().encode(JSON.stringify(asked));
  return base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
