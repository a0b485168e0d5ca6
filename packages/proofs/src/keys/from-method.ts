import { type JsonObject, stringAt } from '@laurel/core/json';
import { decode, encode } from 'base58-universal';
import { base64url } from 'jose';
import { keyOfJwk } from './from-jwk.ts';
import { keyOfMultibase, MAX_KEY_LETTERS } from './multikey.ts';
import type { PublicKey } from './public-key.ts';

/**
 * The key in a verification method (W3C Controlled Identifiers 1.0, Section 2.2, and the types that came
 * before it); null for a type that is not known here, or where the key cannot be read.
 */
export async function keyOfMethod(method: JsonObject): Promise<PublicKey | null> {
  switch (method.type) {
    case 'JsonWebKey':
    case 'JsonWebKey2020':
      return keyOfJwk(method.publicKeyJwk);
    case 'Multikey':
    case 'EcdsaSecp256r1VerificationKey2019':
      return keyOfMultibase(stringAt(method, 'publicKeyMultibase') ?? '');
    case 'Ed25519VerificationKey2020':
      return ofKind('Ed25519', await keyOfMultibase(stringAt(method, 'publicKeyMultibase') ?? ''));
    case 'Ed25519VerificationKey2018':
      return keyOfBase58(stringAt(method, 'publicKeyBase58') ?? '');
    default:
      return null;
  }
}

/** The names of the types that are understood. */
export const METHOD_TYPES: readonly string[] = [
  'Multikey',
  'JsonWebKey',
  'JsonWebKey2020',
  'Ed25519VerificationKey2020',
  'Ed25519VerificationKey2018',
  'EcdsaSecp256r1VerificationKey2019',
];

function ofKind(kind: PublicKey['kind'], key: PublicKey | null): PublicKey | null {
  return key?.kind === kind ? key : null;
}

function keyOfBase58(text: string): PublicKey | null {
  if (text.length > MAX_KEY_LETTERS) return null;
  try {
    const bytes = decode(text);
    if (bytes === undefined) return null;
    if (encode(bytes) !== text) return null;
    return keyOfJwk({ kty: 'OKP', crv: 'Ed25519', x: base64url.encode(bytes) });
  } catch {
    return null;
  }
}
