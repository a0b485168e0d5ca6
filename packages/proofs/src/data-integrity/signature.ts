import { decode } from 'base58-universal';
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
  const algorithm = ALGORITHMS[kind];
  const key = await importedOnce(jwk, algorithm);
  if (key === null) return false;
  const signature = new Uint8Array(decode(proofValue.slice(1)) ?? []);
  return (
    signature.length === SIGNATURE_BYTES[kind] &&
    (await crypto.subtle.verify(algorithm, key, signature, new Uint8Array(data)))
  );
}

/** Keys of this isolate that were imported before, the oldest first; public ones, of anybody. */
const imported = new Map<string, CryptoKey>();

const MAX_IMPORTED = 128;

/** Null where the numbers are no point of the curve. */
async function importedOnce(
  jwk: PublicKey['jwk'],
  algorithm: { readonly name: string; readonly namedCurve?: string },
): Promise<CryptoKey | null> {
  const name = JSON.stringify(jwk);
  const before = imported.get(name);
  if (before !== undefined) return before;
  const key = await importKey(jwk, algorithm);
  if (key === null) return null;
  const [oldest] = imported.keys();
  if (imported.size >= MAX_IMPORTED && oldest !== undefined) imported.delete(oldest);
  imported.set(name, key);
  return key;
}

async function importKey(
  jwk: PublicKey['jwk'],
  algorithm: { readonly name: string; readonly namedCurve?: string },
): Promise<CryptoKey | null> {
  try {
    return await crypto.subtle.importKey('jwk', { ...jwk }, algorithm, false, ['verify']);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
