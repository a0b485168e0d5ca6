import { didWeb } from './did.ts';
import { isId } from './id.ts';
import { parsedUrl } from './parsed-url.ts';

/**
 * Every public address and identifier that is made from the origin. `origin` is an absolute
 * `http(s)://host[:port]` without a slash at its end.
 */
export function credentialUrl(origin: string, id: string): string {
  return `${origin}/c/${id}`;
}

/** An issuer's did:web; its did.json lies at the path that it spells (did:web Method, Section 3.2). */
export function issuerDid(origin: string, slug: string): string {
  return didWeb(origin, `issuers/${slug}`);
}

/** The service itself, whose root key signs the histories of keys. */
export function serviceDid(origin: string): string {
  return didWeb(origin, '');
}

/** An issuer's page, and its profile for programs. */
export function issuerUrl(origin: string, slug: string): string {
  return `${origin}/issuers/${slug}`;
}

/** Where an issuer's logo is served; what is asked for by its digest never changes. */
export function issuerLogoPath(slug: string, digest: string): string {
  return `/issuers/${slug}/logo?v=${digest.slice(0, 16)}`;
}

/** One version of an achievement; what credentials name as `achievement.id`. */
export function achievementUrl(origin: string, id: string): string {
  return `${origin}/achievements/${id}`;
}

/** A map of achievements that an issuer shows. */
export function mapUrl(origin: string, issuer: string, slug: string): string {
  return `${issuerUrl(origin, issuer)}/maps/${slug}`;
}

/** A status list credential (Bitstring Status List 1.0, Section 2.2). */
export function statusListUrl(origin: string, id: string): string {
  return `${origin}/status/${id}`;
}

const CREDENTIAL_PATH = /^\/c\/([^/.]+)(?:\.(?:json|jwt|pdf|png|svg|bundle\.json)|\/certificate)?$/;

/** The id in a credential's address of ours, whatever its extension, or of its certificate as a page; null for any other address. */
export function credentialIdIn(origin: string, address: string): string | null {
  // As we write it ourselves, which is nearly always: a URL is dear to parse.
  const start = `${origin}/c/`;
  const rest = address.startsWith(start) ? address.slice(start.length) : '';
  if (isId(rest)) return rest;
  const url = parsedUrl(address);
  if (url === null || url.origin !== origin) return null;
  const id = CREDENTIAL_PATH.exec(url.pathname)?.[1];
  return id !== undefined && isId(id) ? id : null;
}

/** The slug in an issuer's DID of ours; null for any other DID. */
export function issuerSlugIn(origin: string, did: string): string | null {
  const prefix = `${didWeb(origin, 'issuers')}:`;
  const slug = did.startsWith(prefix) ? did.slice(prefix.length) : '';
  return /^[a-z0-9-]{1,63}$/.test(slug) ? slug : null;
}
