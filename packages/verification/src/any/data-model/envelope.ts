import type { Issue } from '@laurel/core/failure';
import { isJsonObject, type JsonObject } from '@laurel/core/json';
import { ok, type Result, refuse } from '@laurel/core/result';
import { ENVELOPES, enclosedIn, holdsToken } from '../../enveloped.ts';
import { broken, itemsOf, memberOf } from './place.ts';
import { hasType } from './types.ts';
import { BASE_CONTEXTS } from './version.ts';

export type Enveloped = keyof typeof ENVELOPES;

/** A token that was found in an envelope; or what is wrong with the envelope, or which form it holds instead. */
export type Opened = Result<
  string,
  { readonly issues: readonly Issue[] } | { readonly format: string }
>;

/** True for what says that it is an envelope of this kind. */
export function isEnvelope(document: unknown, kind: Enveloped): document is JsonObject {
  return isJsonObject(document) && hasType(document, ENVELOPES[kind]);
}

/** The token in an envelope, unverified. */
export function openEnvelope(document: JsonObject, kind: Enveloped, pointer = ''): Opened {
  const place = { value: document, pointer };
  const [context, type, id] = ['@context', 'type', 'id'].map((name) => memberOf(place, name));
  if (!context || !type || !id) throw new Error('three places were asked for');
  const enclosed = enclosedIn(id.value);
  const issues = [
    ...(itemsOf(context)[0]?.value === BASE_CONTEXTS['2.0']
      ? []
      : [broken(context, `The first context must be ${BASE_CONTEXTS['2.0']}.`)]),
    ...(itemsOf(type).length === 1
      ? []
      : [broken(type, `The type is ${ENVELOPES[kind]}, and no other.`)]),
    ...(enclosed === null ? [broken(id, 'The id is a data: URL with what was signed.')] : []),
  ];
  if (enclosed === null || issues.length > 0) return refuse({ issues });
  return holdsToken(enclosed) ? ok(enclosed.text) : refuse({ format: enclosed.mediaType });
}
