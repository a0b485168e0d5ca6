import { credentialIdIn } from '@laurel/core/addresses';
import { didWeb } from '@laurel/core/did';
import { isJsonObject, stringAt } from '@laurel/core/json';
import type { Presented } from './read.ts';

/**
 * True when anything in a credential points to us: its id, its issuer or its key. Whatever we then do
 * not understand is a failure, so that nobody borrows our name with a proof of another kind.
 */
export function claimsToBeOurs(presented: Presented, origin: string): boolean {
  const { credential } = presented;
  const did = didWeb(origin, '');
  const isOurDid = (value: string | null) =>
    value !== null && (value === did || value.startsWith(`${did}:`) || value.startsWith(`${did}#`));

  const id = stringAt(credential, 'id') ?? stringAt(credential, 'jti');
  const issuers = [
    stringAt(credential, 'issuer'),
    stringAt(credential, 'issuer', 'id'),
    stringAt(credential, 'iss'),
  ];
  const keys =
    presented.form === 'jwt'
      ? [stringAt(presented.header, 'kid')]
      : proofsOf(credential.proof).map((proof) => stringAt(proof, 'verificationMethod'));
  return (
    (id !== null && credentialIdIn(origin, id) !== null) ||
    issuers.some(isOurDid) ||
    keys.some(isOurDid)
  );
}

/** The proofs of a credential, one or several; what is not an object is left out. */
export function proofsOf(proof: unknown): readonly object[] {
  return (Array.isArray(proof) ? proof : [proof]).filter(isJsonObject);
}
