const MAX_LENGTH = 1_000;

/**
 * Where somebody shared what they learned, as it is kept: an https address of the web, without a user name, a
 * password, a port or a fragment. Null for any other.
 */
export function readShareOutLink(written: string): string | null {
  const url = URL.parse(written.trim());
  if (url === null || written.length > MAX_LENGTH) return null;
  const { protocol, username, password, port, hostname } = url;
  if (protocol !== 'https:' || username !== '' || password !== '' || port !== '') return null;
  if (!/^(?:[a-z\d-]+\.)+[a-z][a-z\d-]+$/.test(hostname)) return null;
  url.hash = '';
  return url.href;
}
