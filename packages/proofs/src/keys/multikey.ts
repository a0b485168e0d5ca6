import * as ecdsa from '@digitalbazaar/ecdsa-multikey';
import * as ed25519 from '@digitalbazaar/ed25519-multikey';
import { keyOfJwk } from './from-jwk.ts';
import type { PublicKey } from './public-key.ts';

/** How the texts of each kind begin: its two bytes of multicodec and the first of the key, in base58. */
const BEGINNINGS = { Ed25519: /^z6Mk/, ecdsa: /^z(?:Dn|82)/ };

/** One of P-384 has 70 letters. Decoding base58 takes the square of its length. */
export const MAX_KEY_LETTERS = 100;

/**
 * The key in a Multikey's text (W3C Controlled Identifiers 1.0, Section 2.2.2): Ed25519, P-256 or P-384.
 * Null for one of another kind, or malformed.
 */
export async function keyOfMultibase(text: string): Promise<PublicKey | null> {
  const key = text.length > MAX_KEY_LETTERS ? null : await decoded(text);
  // The library looks at neither the codec nor the length, so that several texts would be one key.
  return key !== null && (await multibaseOfKey(key)) === text ? key : null;
}

async function decoded(text: string): Promise<PublicKey | null> {
  const multikey = { type: 'Multikey', publicKeyMultibase: text };
  try {
    if (BEGINNINGS.Ed25519.test(text)) {
      return keyOfJwk(await ed25519.toJwk({ keyPair: await ed25519.from(multikey) }));
    }
    if (BEGINNINGS.ecdsa.test(text)) {
      return keyOfJwk(await ecdsa.toJwk({ keyPair: await ecdsa.from(multikey) }));
    }
    return null;
  } catch {
    // The libraries say by exceptions alone that a text holds no key.
    return null;
  }
}

/** The same key as the text of a Multikey. RSA has none here. */
export async function multibaseOfKey({ kind, jwk }: PublicKey): Promise<string | null> {
  if (kind === 'RSA') return null;
  const key =
    kind === 'Ed25519'
      ? await ed25519.fromJwk({ jwk, secretKey: false })
      : await ecdsa.fromJwk({ jwk: { ...jwk, key_ops: ['verify'] }, secretKey: false });
  return (await key.export({ publicKey: true })).publicKeyMultibase;
}
