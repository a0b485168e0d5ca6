import { isJsonObject } from '@laurel/core/json';
import { ok, type Result } from '@laurel/core/result';
import type { Check } from '@laurel/core/verdict';
import type { Retrieve } from '../../retrieve.ts';
import { askJson } from './ask-json.ts';
import { type ControllerDocument, keysFor } from './controller-document.ts';
import { findDocument } from './find-document.ts';
import type { PublishedKey, Purpose } from './key-lookup.ts';
import { keysInSet } from './key-sets.ts';
import { KEYS_OF_HOST } from './speaks-for.ts';
import { isWebAddress } from './web-address.ts';

type Keys = Result<readonly PublishedKey[], Check>;

/**
 * All keys that an issuer publishes for a purpose: for a token that names its key by less than an address.
 * An https issuer says so in its metadata (W3C VC-JOSE-COSE, Section “JWT Issuer”), at its own address, or
 * in a set of its whole host.
 */
export async function keysOfIssuer(
  issuer: string,
  purpose: Purpose,
  retrieve: Retrieve,
): Promise<Keys> {
  if (isWebAddress(issuer)) {
    const fromMetadata = await keysInMetadata(issuer, retrieve);
    if (fromMetadata !== null) return fromMetadata;
  }
  const found = await findDocument(issuer, retrieve);
  if (found.ok && saysItsKeys(found.value)) return ok(await keysFor(found.value, purpose));
  const ofHost = isWebAddress(issuer) ? await keysOfHost(issuer, retrieve) : null;
  return ofHost ?? (found.ok ? ok([]) : found);
}

/** At the address of an issuer of badges lies its profile as a rule, which has no word for keys. */
function saysItsKeys({ document }: ControllerDocument): boolean {
  const { verificationMethod, assertionMethod, authentication } = document;
  return [verificationMethod, assertionMethod, authentication].some((keys) => keys !== undefined);
}

async function keysOfHost(issuer: string, retrieve: Retrieve): Promise<Keys | null> {
  const address = URL.parse(KEYS_OF_HOST, issuer)?.href;
  const set = address === undefined ? null : await askJson(address, retrieve);
  return set?.ok ? ok(keysInSet(set.value, issuer, null)) : null;
}

/** Null where there is no metadata, or of somebody else: the issuer may say it in another way. */
async function keysInMetadata(issuer: string, retrieve: Retrieve): Promise<Keys | null> {
  const address = metadataAddress(issuer);
  if (address === null) return null;
  const answer = await askJson(address, retrieve);
  if (!answer.ok || answer.value.issuer !== issuer) return null;
  const { jwks, jwks_uri: elsewhere } = answer.value;
  if (isJsonObject(jwks)) return ok(keysInSet(jwks, issuer, null));
  if (typeof elsewhere !== 'string') return null;
  const set = await askJson(elsewhere, retrieve);
  return set.ok ? ok(keysInSet(set.value, issuer, null)) : set;
}

/** The well-known part stands between host and path (RFC 8414, Section 3; SD-JWT VC, Section “JWT VC Issuer Metadata”). */
function metadataAddress(issuer: string): string | null {
  const url = URL.parse(issuer);
  if (url === null || url.search !== '' || url.hash !== '') return null;
  const path = url.pathname === '/' ? '' : url.pathname;
  return `${url.origin}/.well-known/jwt-vc-issuer${path}`;
}
