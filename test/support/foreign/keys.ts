import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

export const KEY_KINDS = ['Ed25519', 'P-256', 'RSA'] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

/** A key pair of somebody else's, made by other people's code. */
export type ForeignKey = {
  readonly kind: KeyKind;
  readonly publicJwk: JWK;
  readonly privateJwk: JWK;
  /** The public key as a Multikey has it; null for RSA, which has none. */
  readonly multibase: string | null;
};

const ALGORITHMS = { Ed25519: 'EdDSA', 'P-256': 'ES256', RSA: 'RS256' } as const;

export async function foreignKey(kind: KeyKind): Promise<ForeignKey> {
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHMS[kind], {
    extractable: true,
    ...(kind === 'Ed25519' ? { crv: 'Ed25519' } : {}),
  });
  const publicJwk = await exportJWK(publicKey);
  return {
    kind,
    publicJwk,
    privateJwk: await exportJWK(privateKey),
    multibase: await multibaseOf(kind, publicJwk),
  };
}

async function multibaseOf(kind: KeyKind, jwk: JWK): Promise<string | null> {
  if (kind === 'RSA') return null;
  const library = kind === 'Ed25519' ? Ed25519Multikey : EcdsaMultikey;
  const pair = await library.fromJwk({ jwk, secretKey: false });
  return (await pair.export({ publicKey: true })).publicKeyMultibase;
}

/** What signs with a key in the libraries of Digital Bazaar. */
export async function signerOf({ kind, privateJwk }: ForeignKey, methodId: string) {
  if (kind === 'RSA') throw new Error('no Data Integrity suite signs with RSA');
  const library = kind === 'Ed25519' ? Ed25519Multikey : EcdsaMultikey;
  const controller = methodId.split('#')[0] ?? '';
  const jwk = { ...privateJwk, key_ops: ['sign'] };
  const pair = await library.fromJwk({ jwk, secretKey: true, id: methodId, controller });
  return pair.signer();
}
