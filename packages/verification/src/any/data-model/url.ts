/** What no URL holds as it is written (RFC 3986, Section 2; RFC 3987 allows letters beyond ASCII). */
const NOT_IN_URLS = /[\s<>"{}|\\^`]/;

/** True for an absolute URL with its scheme, such as `https:`, `did:` or `urn:` (VCDM 2.0, Section 4.4). */
export function isUrl(value: unknown): value is string {
  return typeof value === 'string' && !NOT_IN_URLS.test(value) && URL.parse(value) !== null;
}
