import { base64Of } from '@laurel/core/base64';

/** `sha384-…` as W3C Subresource Integrity has it, Section 3.5. */
const DIGEST = /^sha(256|384|512)-([A-Za-z0-9+/]+={0,2})$/;

/**
 * True where one of the digests that are named is that of a text; also where none is in a form that is
 * known, as then there is nothing to compare.
 */
export async function hasDigest(text: string, digestSri: string): Promise<boolean> {
  const named = digestSri.split(/\s+/).flatMap((one) => {
    const [, bits, digest] = DIGEST.exec(one) ?? [];
    return bits === undefined || digest === undefined ? [] : [{ bits, digest }];
  });
  if (named.length === 0) return true;
  const bytes = new TextEncoder().encode(text);
  const found = await Promise.all(
    named.map(async ({ bits, digest }) => {
      const actual = await crypto.subtle.digest(`SHA-${bits}`, bytes);
      return base64Of(new Uint8Array(actual)) === digest;
    }),
  );
  return found.includes(true);
}
