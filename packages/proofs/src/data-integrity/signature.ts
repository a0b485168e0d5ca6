import { decode } from 'base58-universal';
import { keepingKeys } from '../keys/kept-keys.ts';
import type { PublicKey } from '../keys/public-key.ts';

/** Multibase base58-btc, and nothing that its decoder would overlook. Two of the longest numbers fit. */
const BASE58_BTC = /^z[1-9A-HJ-NP-Za-km-z]{1,140}$/;

const ALGORITHMS = {
  Ed25519: { name: 'Ed25519' },
  'P-256': { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  'P-384': { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' },
} as const;

/** The platform takes one of another length for a defect of its caller. */
const SIGNATURE_BYTES = { Ed25519: 64, 'P-256': 64, 'P-384': 96 } as const;

/**
 * True when a `proofValue` is the signature of this key over these bytes. Both signatures of the curves
 * are two numbers one after the other (FIPS 186-5; IEEE P1363).
 */
export async function isSignature(
  proofValue: unknown,
  data: Uint8Array,
  { kind, jwk }: PublicKey,
): Promise<boolean> {
  if (kind === 'RSA' || typeof proofValue !== 'string' || !BASE58_BTC.test(proofValue))
    return false;
  const key = await imported(jwk, kind);
  if (key === null) return false;
  const signature = new Uint8Array(decode(proofValue.slice(1)) ?? []);
  return (
    signature.length === SIGNATURE_BYTES[kind] &&
    (await crypto.subtle.verify(ALGORITHMS[kind], key, signature, new Uint8Array(data)))
  );
}

/** Null where the numbers are no point of the curve. */
const imported = keepingKeys(
  async (jwk, name: keyof typeof ALGORITHMS): Promise<CryptoKey | null> => {
    try {
      return await crypto.subtle.importKey('jwk', { ...jwk }, ALGORITHMS[name], false, ['verify']);
    } catch (error) {
      if (error instanceof DOMException) return null;
      throw error;
    }
  },
);
