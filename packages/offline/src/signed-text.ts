import type { Presented } from '@laurel/verification/read';

/**
 * What was signed, byte for byte as it left the signer, which the log has a hash of. Documents leave it
 * without white space, so that a copy that an editor has laid out anew is still the same.
 */
export function signedText(presented: Presented): string {
  return presented.form === 'jwt' ? presented.token : JSON.stringify(presented.credential);
}
