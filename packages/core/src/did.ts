/**
 * The did:web of a path on an origin: `https://example.org` and `issuers/demo` give
 * `did:web:example.org:issuers:demo`. A port is percent-encoded (did:web Method, Section 3.1).
 */
export function didWeb(origin: string, path: string): string {
  const host = new URL(origin).host.replace(':', '%3A');
  return ['did:web', host, ...path.split('/').filter((part) => part !== '')].join(':');
}
