import { cachedOf } from '@laurel/http/cache';

/** A new key is published this long before it signs, and a status is believed for this long. */
export const KEYS_MAX_AGE_SECONDS = 300;

/** W3C DID Core 1.0, Section 6.2, and what verifiers were seen to ask for instead. */
export const DID_TYPES = [
  'application/did+json',
  'application/json',
  'application/did+ld+json',
] as const;

/**
 * A document that anybody may read from any site, and keep for as long as keys may be kept.
 *
 * @param facts all that the document is made of.
 */
export function cachedJson(
  request: Request,
  facts: unknown,
  document: () => object | Promise<object>,
  contentType: string,
  vary: readonly string[],
): Promise<Response> {
  return cachedOf(request, facts, async () => JSON.stringify(await document()), {
    contentType,
    maxAgeSeconds: KEYS_MAX_AGE_SECONDS,
    vary,
  });
}
