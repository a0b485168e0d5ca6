import type { JsonObject } from '@laurel/core/json';
import { listOf } from './ours/claims-to-be-ours.ts';

/** `data:` URLs that hold a JWT as it is: RFC 2397 without parameters, and former names of the media type. */
const TOKEN_URL = /^data:application\/(?:vc\+jwt|vp\+jwt|vc\+ld\+jwt|vp\+ld\+jwt|jwt),(.*)$/s;

/** The JWT in a `data:` URL; null for everything else. */
export function tokenInDataUrl(url: unknown): string | null {
  return typeof url === 'string' ? (TOKEN_URL.exec(url)?.[1] ?? null) : null;
}

/**
 * The JWT that an `EnvelopedVerifiableCredential` or `EnvelopedVerifiablePresentation` is nothing but
 * (W3C VCDM 2.0, Sections 4.12 and 4.13); null for everything else, and for envelopes of other kinds.
 */
export function tokenEnvelopedIn(document: JsonObject): string | null {
  const types = listOf(document.type);
  const isEnvelope =
    types.includes('EnvelopedVerifiableCredential') ||
    types.includes('EnvelopedVerifiablePresentation');
  return isEnvelope ? tokenInDataUrl(document.id) : null;
}
