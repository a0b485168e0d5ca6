import { issuerUrl } from '@laurel/core/addresses';
import { isJsonObject, type JsonObject } from '@laurel/core/json';
import { jwkMethodId, methodId } from '@laurel/core/verification-key';
import type { TestIssuer } from './test-issuer.ts';

/** The issuer by one of its two names, and its key by the ids that belong to that name. */
export type IssuerName = {
  readonly id: string;
  readonly methodId: string;
  readonly jwkMethodId: string;
};

/**
 * The names under which a test issuer signs: its did:web, or its present key as a did:key, which programs
 * that look nothing up can resolve (did:key Method, Section 3.1). Null for any other issuer.
 */
export function issuerNamed(document: JsonObject, { did, key }: TestIssuer): IssuerName | null {
  const didKey = `did:key:${key.multibase}`;
  const { issuer } = document;
  const named = isJsonObject(issuer) ? issuer.id : issuer;
  if (named === did || named === undefined) {
    return { id: did, methodId: methodId(key), jwkMethodId: jwkMethodId(key) };
  }
  const method = `${didKey}#${key.multibase}`;
  return named === didKey ? { id: didKey, methodId: method, jwkMethodId: method } : null;
}

/** The document with its issuer’s id, where it names an issuer without one or none. */
export function withIssuer(document: JsonObject, { id }: IssuerName): JsonObject {
  const { issuer } = document;
  return { ...document, issuer: isJsonObject(issuer) ? { ...issuer, id } : id };
}

/** What is the test issuer’s own among our addresses. */
export function isOwnName(text: string, origin: string, { slug, did }: TestIssuer): boolean {
  return text === did || text === issuerUrl(origin, slug);
}
