import type { Issue } from '@laurel/core/failure';
import { isJsonObject, type JsonObject } from '@laurel/core/json';
import { ok, type Result, refuse } from '@laurel/core/result';
import { broken, itemsOf, memberOf } from './place.ts';
import { hasType } from './types.ts';
import { BASE_CONTEXTS } from './version.ts';

/** What an envelope holds (VCDM 2.0, Sections 4.12.1 and 4.13.1). */
export const ENVELOPES = {
  credential: 'EnvelopedVerifiableCredential',
  presentation: 'EnvelopedVerifiablePresentation',
} as const;
export type Enveloped = keyof typeof ENVELOPES;

/** Media types of tokens; the others are of forms that are not known here, by their names. */
const TOKEN_TYPES: readonly string[] = [
  'application/vc+jwt',
  'application/vp+jwt',
  'application/jwt',
  'application/vc-ld+jwt',
  'application/vp-ld+jwt',
  'application/vc+ld+jwt',
  'application/vp+ld+jwt',
];

/** RFC 2397: parameters such as `charset` change nothing of a token, which is ASCII. */
const DATA_URL = /^data:([^;,]+)((?:;[^,]*)?),(.*)$/s;

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
  const [, mediaType = '', parameters = '', data = ''] =
    DATA_URL.exec(typeof id.value === 'string' ? id.value : '') ?? [];
  const issues = [
    ...(itemsOf(context)[0]?.value === BASE_CONTEXTS['2.0']
      ? []
      : [broken(context, `The first context must be ${BASE_CONTEXTS['2.0']}.`)]),
    ...(itemsOf(type).length === 1
      ? []
      : [broken(type, `The type is ${ENVELOPES[kind]}, and no other.`)]),
    ...(mediaType === '' || data === ''
      ? [broken(id, 'The id is a data: URL with what was signed.')]
      : []),
  ];
  if (issues.length > 0) return refuse({ issues });
  if (!TOKEN_TYPES.includes(mediaType.toLowerCase())) return refuse({ format: mediaType });
  const isBase64 = /;base64$/i.test(parameters);
  return ok(isBase64 && !data.includes('.') ? decoded(data) : data);
}

/** Base64 of a token; what cannot be read is no token, and is found to be none. */
function decoded(data: string): string {
  try {
    return atob(data);
  } catch {
    return data;
  }
}
