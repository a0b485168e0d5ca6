import { fromJwk } from '@digitalbazaar/ed25519-multikey';
import type { PublicJwk } from '@laurel/core/verification-key';
import { decode, encode } from 'base58-universal';
import { bytesOfBase64url } from './base64url.ts';

/** The Multikey form of an Ed25519 public key (Controlled Identifiers 1.0, Section 2.2.2). */
export async function multibaseOf(jwk: PublicJwk & { readonly kty: 'OKP' }): Promise<string> {
  const key = await fromJwk({ jwk, secretKey: false });
  const { publicKeyMultibase } = await key.export({ publicKey: true });
  return publicKeyMultibase;
}

/** Bytes as multibase base58-btc (Controlled Identifiers 1.0, Section 2.4). */
export function base58btc(bytes: Uint8Array): string {
  return `z${encode(bytes)}`;
}

/** Decoding base58 takes the square of its length; a multihash of 64 bytes has 91 letters. */
const BASE58_BTC = /^z[1-9A-HJ-NP-Za-km-z]{1,140}$/;

/** The bytes of a multibase that is base64url or base58-btc; null for every other text. */
export function bytesOfMultibase(text: string): Uint8Array | null {
  if (text.startsWith('u')) return bytesOfBase64url(text.slice(1));
  return BASE58_BTC.test(text) ? (decode(text.slice(1)) ?? null) : null;
}
