/**
 * The did:web of a path on an origin, which is `http(s)://host[:port]` as URLs write it: `https://example.org` and `issuers/demo` give
 * `did:web:example.org:issuers:demo`. A port is percent-encoded (did:web Method, Section 3.1).
 */
export function didWeb(origin: string, path: string): string {
  // An origin is a scheme and a host: asked for with each credential, and a URL is dear to parse.
  const host = origin.slice(origin.indexOf('//') + 2).replace(':', '%3A');
  return ['did:web', host, ...path.split('/').filter((part) => part !== '')].join(':');
}
