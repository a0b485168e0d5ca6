/**
 * True where the browser says that a page of ours sent this (Fetch Metadata Request Headers, section
 * 2.4; RFC 6454, section 7), or where no browser speaks at all: without one nobody's cookie is misused.
 */
export function isOwnRequest(headers: Headers, origin: string): boolean {
  const site = headers.get('sec-fetch-site');
  const from = headers.get('origin');
  if (site === null && from === null) return true;
  return site === 'same-origin' || site === 'none' || from === origin;
}
