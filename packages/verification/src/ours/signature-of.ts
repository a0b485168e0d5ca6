import { type JsonObject, stringAt } from '@laurel/core/json';
import type { Presented } from '../read.ts';
import { listOf } from './claims-to-be-ours.ts';

/**
 * What tells one signed text from any other, however it is written down: the value of the proof, or the
 * third part of the JWT. Only of use where the signature was found good. Empty where there is none.
 */
export function signatureOf(presented: Presented): string {
  return presented.form === 'jwt'
    ? signatureOfJwt(presented.token)
    : signatureOfDocument(presented.credential);
}

/** The third part of a compact JWS (RFC 7515, Section 7.1). */
export function signatureOfJwt(token: string): string {
  return token.slice(token.lastIndexOf('.') + 1);
}

/** The value of the one proof of a document of ours. */
export function signatureOfDocument({ proof }: JsonObject): string {
  return stringAt(listOf(proof)[0], 'proofValue') ?? '';
}
