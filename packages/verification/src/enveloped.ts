import type { JsonObject } from '@laurel/core/json';
import { listOf } from './ours/claims-to-be-ours.ts';

/** What a `data:` URL holds: the media type in small letters and without parameters, and the text. */
export type Enclosed = { readonly mediaType: string; readonly text: string };

/** What an envelope holds (W3C VCDM 2.0, Sections 4.12.1 and 4.13.1). */
export const ENVELOPES = {
  credential: 'EnvelopedVerifiableCredential',
  presentation: 'EnvelopedVerifiablePresentation',
} as const;

/** Media types of tokens, former names among them; others are of forms that are not known here. */
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
const DATA_URL = /^data:([^;,]+)((?:;[^,]*)?),(.+)$/is;

/** What is in a `data:` URL; null for everything else, and for one that holds nothing. */
export function enclosedIn(url: unknown): Enclosed | null {
  const parts = typeof url === 'string' ? DATA_URL.exec(url) : null;
  const [, mediaType = '', parameters = '', data = ''] = parts ?? [];
  if (parts === null) return null;
  // A token has no letters that have to be encoded, and dots, which base64 has not.
  const isBase64 = /;base64$/i.test(parameters) && !data.includes('.');
  return { mediaType: mediaType.toLowerCase(), text: isBase64 ? decoded(data) : data };
}

/** True for what holds a token. */
export function holdsToken({ mediaType }: Enclosed): boolean {
  return TOKEN_TYPES.includes(mediaType);
}

/** The JWT in a `data:` URL; null for everything else. */
export function tokenInDataUrl(url: unknown): string | null {
  const enclosed = enclosedIn(url);
  return enclosed !== null && holdsToken(enclosed) ? enclosed.text : null;
}

/**
 * The JWT that an `EnvelopedVerifiableCredential` or `EnvelopedVerifiablePresentation` is nothing but
 * (W3C VCDM 2.0, Sections 4.12 and 4.13); null for everything else, and for envelopes of other kinds.
 */
export function tokenEnvelopedIn(document: JsonObject): string | null {
  const types = listOf(document.type);
  const isEnvelope = Object.values(ENVELOPES).some((type) => types.includes(type));
  return isEnvelope ? tokenInDataUrl(document.id) : null;
}

/** Base64 of a token; what cannot be read is no token, and is found to be none. */
function decoded(data: string): string {
  try {
    return atob(decodeURIComponent(data));
  } catch {
    return data;
  }
}
