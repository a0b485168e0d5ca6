import type { KeyAlgorithm, VerificationKey } from '@laurel/core/verification-key';
import type { SigningKey } from '@laurel/proofs/data-integrity/sign';
import { GENERATE } from '@laurel/proofs/keys/algorithms';
import { multibaseOf } from '@laurel/proofs/multibase';

/** A new key of somebody. */
export async function aKey(
  id: string,
  controller: string,
  algorithm: KeyAlgorithm = 'Ed25519',
): Promise<SigningKey> {
  const pair = await crypto.subtle.generateKey(GENERATE[algorithm], true, ['sign', 'verify']);
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
