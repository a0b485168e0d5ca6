import { sha256Hex } from '../digest.ts';
import { hexOf } from '../hex.ts';

const RANDOM_BYTES = 32;

/** A new bearer token, and the hash (SHA-256, hex) by which alone it is kept. */
export async function freshToken(): Promise<{ readonly token: string; readonly hash: string }> {
  const token = `laurel_${hexOf(crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)))}`;
  return { token, hash: await sha256Hex(token) };
}
