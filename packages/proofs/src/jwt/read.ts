import { isJsonObject, type JsonObject } from '@laurel/core/json';
import type { JsonMistake } from '@laurel/core/json-mistake';
import { parsedJson } from '@laurel/core/parsed-json';
import { ok, type Result, refuse } from '@laurel/core/result';
import { base64url } from 'jose';

export type ReadJwt = { readonly header: JsonObject; readonly payload: JsonObject };

/** `not_jwt`: not even three parts of base64url; else what is wrong with the JSON in one of them. */
export type JwtMistake = 'not_jwt' | JsonMistake['kind'];

/**
 * What a compact JWS says, unverified (RFC 7515, Section 7.1). The signature may be cut off, as then
 * the answer is that it is not good. Members that stand twice are refused in header and payload (RFC
 * 7519, Section 4, lets a reader choose).
 */
export function readJwt(token: string): Result<ReadJwt, JwtMistake> {
  const [header, payload, ...rest] = token.trim().split('.');
  if (header === undefined || payload === undefined || rest.length > 1) return refuse('not_jwt');
  const readHeader = decoded(header);
  if (!readHeader.ok) return readHeader;
  const readPayload = decoded(payload);
  if (!readPayload.ok) return readPayload;
  return ok({ header: readHeader.value, payload: readPayload.value });
}

function decoded(part: string): Result<JsonObject, JwtMistake> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(
      base64url.decode(part),
    );
  } catch {
    return refuse('not_jwt');
  }
  const json = parsedJson(text);
  if (!json.ok) return refuse(json.failure.kind === 'syntax' ? 'not_jwt' : json.failure.kind);
  return isJsonObject(json.value) ? ok(json.value) : refuse('not_jwt');
}
