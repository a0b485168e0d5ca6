import type { AddressRefusal } from '@laurel/core/address-refusal';
import { ok, type Result, refuse } from '@laurel/core/result';
import ipaddr from 'ipaddr.js';

/** Ports on which servers of the web speak https. Others are asked for to reach what is no web server. */
const PORTS = new Set(['', '443', '8443']);

/**
 * Names that mean something else in every network, or nothing outside of one: RFC 6761, RFC 6762,
 * RFC 7686, RFC 8375, and those that routers and cloud providers use for themselves.
 */
const PRIVATE_SUFFIXES = [
  ...['localhost', 'local', 'localdomain', 'internal', 'intranet', 'private', 'corp', 'home'],
  ...['lan', 'arpa', 'onion', 'test', 'invalid'],
];

/** Global unicast: all that IANA has given out (RFC 4291, Section 2.4). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/** Public by its range, and answered inside of Azure alone, by its machines' metadata service. */
const METADATA_ADDRESSES = new Set(['168.63.129.16']);

/**
 * True for an IP address that the whole internet can reach, written in any way that its standard
 * allows. What holds an IPv4 address inside of an IPv6 one (mapped, compatible, NAT64, 6to4, Teredo) is
 * never public, whatever it holds.
 */
export function isPublicIp(address: string): boolean {
  if (address.includes('%') || !ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast' || METADATA_ADDRESSES.has(parsed.toString())) return false;
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_UNICAST);
}

/**
 * An address as it is written, if it is https and names a host of the public internet. The URL Standard
 * has turned other writings of an IPv4 address (decimal, octal, hexadecimal, full-width digits) into the
 * usual one by then. What a name resolves to is asked separately, by {@link resolvesToPublic}.
 *
 * @param localOrigins may be addressed all the same; none in production.
 */
export function publicUrl(
  written: string,
  localOrigins: readonly string[],
): Result<URL, AddressRefusal> {
  if (!URL.canParse(written)) return refuse('not_an_address');
  const url = new URL(written);
  if (url.username !== '' || url.password !== '') return refuse('userinfo');
  if (localOrigins.includes(url.origin)) return ok(url);
  if (url.protocol !== 'https:') return refuse('not_https');
  if (!isPublicHost(url.hostname)) return refuse('not_public');
  return PORTS.has(url.port) ? ok(url) : refuse('port');
}

/** Asks for all the IP addresses of a host. Throws where they cannot be found out. */
export type Resolver = (host: string, signal: AbortSignal) => Promise<readonly string[]>;

/**
 * True where a host has addresses and every one of them is public. **DNS rebinding remains a risk**: a
 * name can be answered otherwise a moment later, when the connection is made, as the platform resolves
 * it once more and takes no address from us.
 */
export async function resolvesToPublic(
  { hostname }: URL,
  resolver: Resolver,
  signal: AbortSignal,
): Promise<boolean> {
  const literal = withoutBrackets(hostname);
  if (ipaddr.isValid(literal)) return isPublicIp(literal);
  const addresses = await resolver(hostname, signal);
  return addresses.length > 0 && addresses.every(isPublicIp);
}

function isPublicHost(hostname: string): boolean {
  const host = withoutBrackets(hostname).replace(/\.$/, '');
  if (ipaddr.isValid(host)) return isPublicIp(host);
  const labels = host.split('.');
  return labels.length > 1 && !PRIVATE_SUFFIXES.includes(labels.at(-1) ?? '');
}

function withoutBrackets(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}
