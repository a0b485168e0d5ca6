import { keyStateOf, type PublishedKey } from '@laurel/core/verification-key';
import type { Intent } from '../issue/record.ts';
import { currentKey } from './load.ts';

/** An intent with the keys it was recorded with, or those that sign now in the place of stolen ones. */
export function unlessStolen(intent: Intent, keys: readonly PublishedKey[]): Intent {
  const trusted = (keyId: string) => {
    const key = keys.find(({ id }) => id === keyId);
    return key !== undefined && keyStateOf(key) === 'compromised'
      ? currentKey(keys, key.algorithm).id
      : keyId;
  };
  return {
    ...intent,
    ed25519KeyId: trusted(intent.ed25519KeyId),
    rsaKeyId: trusted(intent.rsaKeyId),
  };
}
