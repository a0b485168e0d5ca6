/** How this deployment meets Wikimedia: its OAuth 2.0 consumer, and how it introduces itself. */
export type Wikimedia = {
  /** Where the central wiki answers, without a path: `https://meta.wikimedia.org`. */
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Exactly as registered with the consumer: the wiki compares it letter by letter. */
  readonly redirectUri: string;
  /** Sent with every call; made by {@link userAgentOf}. */
  readonly userAgent: string;
};

export type Endpoints = {
  readonly authorize: URL;
  readonly token: URL;
  readonly profile: URL;
  readonly api: URL;
  /** True only for a wiki on this machine, spoken to without TLS. */
  readonly insecure: boolean;
};

const LOOPBACK_HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * The addresses of Extension:OAuth's REST handlers and of the Action API.
 * Throws for a base URL that is not https, unless its host is this machine: a client secret and
 * people's identities travel over it.
 */
export function endpointsOf(wikimedia: Pick<Wikimedia, 'baseUrl'>): Endpoints {
  const base = new URL(wikimedia.baseUrl);
  const insecure = base.protocol === 'http:';
  if (!isReachable(base)) {
    throw new Error(`Wikimedia must be reached over https, not at ${base.origin}`);
  }
  return {
    authorize: new URL('/w/rest.php/oauth2/authorize', base),
    token: new URL('/w/rest.php/oauth2/access_token', base),
    profile: new URL('/w/rest.php/oauth2/resource/profile', base),
    api: new URL('/w/api.php', base),
    insecure,
  };
}

/** True for an address over https, or on this machine: nothing else is spoken to. */
export function isReachable({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK_HOSTS.has(hostname));
}

const LIBRARY = 'oauth4webapi/3.8.8';
const VERSION = /^[\w.+-]+$/;
const CONTACT = /^(?:https?:\/\/[^\s()]+|[^\s()@]+@[^\s()@]+)$/;

/**
 * The User-Agent header that Wikimedia's User-Agent policy asks for: client, version, and a way to
 * reach who runs it. Callers without one are slowed down, then blocked.
 * `contact` is a web or mail address; anything else throws.
 *
 * Source: https://foundation.wikimedia.org/wiki/Policy:Wikimedia_Foundation_User-Agent_Policy
 */
export function userAgentOf(version: string, contact: string): string {
  if (!VERSION.test(version)) throw new Error(`not a version: ${version}`);
  if (!CONTACT.test(contact)) throw new Error(`not a web or mail address: ${contact}`);
  return `Laurel/${version} (${contact}) ${LIBRARY}`;
}
