import type { Failure } from '@laurel/core/failure';
import { isJsonObject, type JsonObject } from '@laurel/core/json';
import type { JsonMistake } from '@laurel/core/json-mistake';
import { parsedJson } from '@laurel/core/parsed-json';
import { ok, type Result, refuse } from '@laurel/core/result';
import { type JwtMistake, readJwt } from '@laurel/proofs/jwt/read';
import { tokenEnvelopedIn, tokenInDataUrl } from './enveloped.ts';
import { credentialInPayload } from './normal-view.ts';

/** A credential as it was handed to us, with nothing verified. */
export type Presented =
  | { readonly form: 'embedded'; readonly credential: JsonObject }
  | {
      readonly form: 'jwt';
      readonly token: string;
      readonly header: JsonObject;
      /** What was signed: registered claims, and the credential beside them or as one of them. */
      readonly payload: JsonObject;
      /** The credential as it would be without a JWT. */
      readonly credential: JsonObject;
    };

type Unreadable = Failure & { readonly reason: 'credential_unreadable' };

const SENTENCES: Readonly<Record<JsonMistake['kind'] | JwtMistake, string>> = {
  not_jwt: 'This is neither a JSON object nor a JWT (three parts with dots between them).',
  syntax: 'This begins like JSON, but it is not well formed: part of it may be missing.',
  repeated_member:
    'An object in this JSON names a member twice, so that readers would differ in what it says.',
  prototype_member: 'A member of this JSON is named __proto__, which no credential needs.',
};

/** Reads text that should be a credential, by its content: a JSON object or a compact JWS. */
export function readPresented(text: string): Result<Presented, Unreadable> {
  const trimmed = text.trim();
  if (trimmed.startsWith('{') || trimmed.startsWith('[') || trimmed.startsWith('"')) {
    const json = parsedJson(trimmed);
    return json.ok ? readPresentedJson(json.value) : unreadable(SENTENCES[json.failure.kind]);
  }
  return readToken(tokenInDataUrl(trimmed) ?? trimmed);
}

function readToken(token: string): Result<Presented, Unreadable> {
  const jwt = readJwt(token);
  if (!jwt.ok) return unreadable(SENTENCES[jwt.failure]);
  const { header, payload } = jwt.value;
  return ok({ form: 'jwt', token, header, payload, credential: credentialInPayload(payload) });
}

/** The same for JSON that was parsed already: an object, or a string or an envelope that holds a JWT. */
export function readPresentedJson(value: unknown): Result<Presented, Unreadable> {
  if (typeof value === 'string') return readPresented(value);
  if (!isJsonObject(value))
    return unreadable('A credential is a JSON object, or a JWT as a string.');
  const enveloped = tokenEnvelopedIn(value);
  return enveloped === null ? ok({ form: 'embedded', credential: value }) : readToken(enveloped);
}

function unreadable(detail: string): Result<never, Unreadable> {
  return refuse({ reason: 'credential_unreadable', detail });
}
