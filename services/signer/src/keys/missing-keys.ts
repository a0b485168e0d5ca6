import type { KeyAlgorithm } from '@laurel/core/verification-key';
import type { Signing } from '../env.ts';
import { keysOf, signs } from './load.ts';
import { makeKey } from './make.ts';

/** Makes the keys that an owner lacks to sign by these algorithms; true where one was made. */
export async function makeMissingKeys(
  signing: Signing,
  owner: string,
  controller: string,
  algorithms: readonly KeyAlgorithm[],
): Promise<boolean> {
  const keys = await keysOf(signing, owner, controller);
  const missing = algorithms.filter(
    (algorithm) => !keys.some((key) => key.algorithm === algorithm && signs(key)),
  );
  for (const algorithm of missing) await makeKey(signing, owner, controller, algorithm);
  return missing.length > 0;
}
