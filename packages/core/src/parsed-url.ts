/**
 * What a text is as an address; null where it is none. `URL.parse` is the same, but for browsers that can check
 * signatures and have none: the offline verifier must run there.
 */
export function parsedUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
