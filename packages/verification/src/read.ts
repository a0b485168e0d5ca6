import type { Failure } from '@laurel/core/failure';
import { isJsonObject, type JsonObject } from '@laurel/core/json';
import { type JsonMistake, jsonMistake } from '@laurel/core/json-mistake';
import { ok, type Result, refuse } from '@laurel/core/result';
import { readJwt } from '@laurel/proofs/jwt/read';

/** A credential as it was handed to us, with nothing verified. */
export type Presented =
  | { readonly form: 'embedded'; readonly credential: JsonObject }
  | {
      readonly form: 'jwt';
      readonly token: string;
      readonly header: JsonObject;
      /** The payload: the credential's properties beside the registered claims. */
      readonly credential: JsonObject;
    };

type Unreadable = Failure & { readonly reason: 'credential_unreadable' };

const SENTENCES: Readonly<Record<JsonMistake['kind'], string>> = {
  syntax: 'This begins like JSON, but it is not well formed: part of it may be missing.',
  repeated_member:
    'An object in this JSON names a member twice, so that readers would differ in what it says.',
  prototype_member: 'A member of this JSON is named __proto__, which no credential needs.',
};

/** Reads text that should be a credential, by its content: a JSON object or a compact JWS. */
export function readPresented(text: string): Result<Presented, Unreadable> {
  const trimmed = text.trim();
  if (trimmed.startsWith('{') || trimmed.startsWith('[') || trimmed.startsWith('"')) {
    const mistake = jsonMistake(trimmed);
    if (mistake === null) return readPresentedJson(JSON.parse(trimmed));
    return unreadable(SENTENCES[mistake.kind]);
  }
  const jwt = readJwt(trimmed);
  if (jwt === null) {
    return unreadable(
      'This is neither a JSON object nor a JWT (three parts with dots between them).',
    );
  }
  return ok({ form: 'jwt', token: trimmed, header: jwt.header, credential: jwt.payload });
}

/** The same for JSON that was parsed already: an object, or a string that holds a JWT. */
export function readPresentedJson(value: unknown): Result<Presented, Unreadable> {
  if (typeof value === 'string') return readPresented(value);
  if (!isJsonObject(value))
    return unreadable('A credential is a JSON object, or a JWT as a string.');
  return ok({ form: 'embedded', credential: value });
}

function unreadable(detail: string): Result<never, Unreadable> {
  return refuse({ reason: 'credential_unreadable', detail });
}
