import type { KeyAlgorithm, VerificationKey } from '@laurel/core/verification-key';
import type { SigningKey } from '@laurel/proofs/data-integrity/sign';
import { multibaseOf } from '@laurel/proofs/multibase';

const ALGORITHMS = {
  Ed25519: { name: 'Ed25519' },
  RS256: {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
  },
} as const;

/** A new key of somebody. */
export async function aKey(
  id: string,
  controller: string,
  algorithm: KeyAlgorithm = 'Ed25519',
): Promise<SigningKey> {
  const pair = await crypto.subtle.generateKey(ALGORITHMS[algorithm], true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new Error('no key pair');
  const { x, n, e } = Object(await crypto.subtle.exportKey('jwk', pair.publicKey));
  const common: Omit<VerificationKey, 'jwk' | 'multibase'> = {
    id,
    controller,
    algorithm,
    createdAtSeconds: 0,
    retiredAtSeconds: null,
    compromisedAtSeconds: null,
  };
  const { privateKey } = pair;
  if (algorithm === 'RS256') {
    return { publicKey: { ...common, jwk: { kty: 'RSA', n, e }, multibase: null }, privateKey };
  }
  const jwk = { kty: 'OKP', crv: 'Ed25519', x } as const;
  return { publicKey: { ...common, jwk, multibase: await multibaseOf(jwk) }, privateKey };
}
