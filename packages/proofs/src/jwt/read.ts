import { isJsonObject, type JsonObject } from '@laurel/core/json';
import { base64url } from 'jose';

export type ReadJwt = { readonly header: JsonObject; readonly payload: JsonObject };

/**
 * What a compact JWS says, unverified (RFC 7515, Section 7.1). The signature may be cut off, as then
 * the answer is that it is not good; null when header or payload cannot be read at all.
 */
export function readJwt(token: string): ReadJwt | null {
  const [header, payload, ...rest] = token.trim().split('.');
  if (header === undefined || payload === undefined || rest.length > 1) return null;
  const read = { header: decoded(header), payload: decoded(payload) };
  return read.header === null || read.payload === null
    ? null
    : { header: read.header, payload: read.payload };
}

function decoded(part: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(base64url.decode(part)),
    );
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}
