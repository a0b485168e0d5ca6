import { fromJwk } from '@digitalbazaar/ed25519-multikey';
import type { PublicJwk } from '@laurel/core/verification-key';
import { encode } from 'base58-universal';

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
