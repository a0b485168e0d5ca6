const LOOPBACK = /^(?:localhost|127\.0\.0\.1)(?::\d+)?$/;

/**
 * Where the document of a did:web lies (did:web Method, Section 3.2): `did:web:example.org` under
 * `/.well-known`, `did:web:example.org%3A8443:a:b` at `https://example.org:8443/a/b/did.json`. Null where
 * it spells no address, or one that a reader could take for another.
 *
 * The machine itself is asked over http, as no certificate is for it. That it may be asked at all is for
 * whoever retrieves to decide.
 */
export function addressOfDidWeb(did: string): string | null {
  const [method, name, host, ...path] = did.split(':');
  if (method !== 'did' || name !== 'web' || host === undefined) return null;
  const decoded = host.replace(/%3A/i, ':');
  if (!/^[a-z0-9.-]+(?::\d{1,5})?$/i.test(decoded) || !path.every(isSegment)) return null;
  const scheme = LOOPBACK.test(decoded) ? 'http' : 'https';
  const under = path.length === 0 ? '.well-known' : path.join('/');
  return URL.parse(`${scheme}://${decoded}/${under}/did.json`)?.href ?? null;
}

/** Unreserved letters and escapes (DID Core, Section 3.1), and no step up or to the same place. */
function isSegment(segment: string): boolean {
  return /^(?:[\w.-]|%[0-9a-f]{2})+$/i.test(segment) && !/^(?:\.|%2e){1,2}$/i.test(segment);
}
