import type { JsonObject } from '@laurel/core/json';
import { base64url } from 'jose';
import { payloadOf } from './payload.ts';

/**
 * A compact JWS as it is kept beside the document that it signs too: its header and its signature, with
 * nothing between the dots (RFC 7515, Appendix F). The payload would be the document once more, a third longer.
 */
export function keptJwt(token: string): string {
  return `${token.slice(0, token.indexOf('.'))}.${token.slice(token.lastIndexOf('.'))}`;
}

/**
 * The whole of a token that was kept so, byte for byte as it was signed, or one that was kept whole.
 *
 * @param document the credential with its proof, as it is on record.
 */
export function wholeJwt(kept: string, document: string): string {
  return kept.includes('..') ? wholeJwtOf(kept, JSON.parse(document)) : kept;
}

/** The same of one that was kept without its payload, where the document was parsed already. */
export function wholeJwtOf(kept: string, { proof: _, ...unsigned }: JsonObject): string {
  const [header, , signature] = kept.split('.');
  return `${header}.${base64url.encode(payloadOf(unsigned))}.${signature}`;
}
