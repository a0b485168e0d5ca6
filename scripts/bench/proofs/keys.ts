import type { KeyAlgorithm, PublicJwk, VerificationKey } from '@laurel/core/verification-key';
import type { SigningKey } from '@laurel/proofs/data-integrity/sign';
import { GENERATE } from '@laurel/proofs/keys/algorithms';
import { multibaseOf } from '@laurel/proofs/multibase';
import { DID } from './sample.ts';

/** A new key of the issuer, which cannot be read, as the signer has them. */
export async function newKey(algorithm: KeyAlgorithm): Promise<SigningKey> {
  const pair = await crypto.subtle.generateKey(GENERATE[algorithm], false, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new Error('no key pair');
  const { x, n, e } = Object(await crypto.subtle.exportKey('jwk', pair.publicKey));
  const isRsa = algorithm === 'RS256';
  const jwk: PublicJwk = isRsa ? { kty: 'RSA', n, e } : { kty: 'OKP', crv: 'Ed25519', x };
  const publicKey: VerificationKey = {
    id: algorithm.toLowerCase(),
    controller: DID,
    algorithm,
    jwk,
    multibase: jwk.kty === 'OKP' ? await multibaseOf(jwk) : null,
    createdAtSeconds: 0,
    retiredAtSeconds: null,
    compromisedAtSeconds: null,
  };
  return { publicKey, privateKey: pair.privateKey };
}
