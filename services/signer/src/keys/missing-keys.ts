import type { KeyAlgorithm } from '@laurel/core/verification-key';
import { FIRST } from '@laurel/store/directory/public-bindings';
import { inFirst } from '../databases.ts';
import type { Signing } from '../env.ts';
import { changeKeys } from './change-keys.ts';
import { copyServiceKeys } from './copy-service-keys.ts';
import { isOfService, keySetOf, signingAmong } from './key-set.ts';
import { forgetUnpublished, makeKey, publishingKey } from './make.ts';

const MAX_ROUNDS = 5;

/**
 * Makes the keys that an owner lacks to sign by these algorithms, and publishes them with their history.
 * They sign at once, as nobody knows the owner yet. Of two calls at once one makes them.
 */
export async function makeMissingKeys(
  signing: Signing,
  owner: string,
  algorithms: readonly KeyAlgorithm[],
): Promise<void> {
  if (isOfService(owner) && signing.database !== FIRST) {
    await makeMissingKeys(inFirst(signing), owner, algorithms);
    return copyServiceKeys(signing);
  }
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const before = await keySetOf(signing, owner);
    const missing = algorithms.filter((one) => signingAmong(before.keys, one) === null);
    if (missing.length === 0 && before.revision !== null) return;
    const made = await Promise.all(missing.map((one) => makeKey(signing, owner, one, null)));
    const changed = await changeKeys(signing, before, {
      statements: made.map((key) => publishingKey(signing, owner, key)),
      keys: [...before.keys, ...made],
    }).finally(() => Promise.all(made.map(({ id }) => forgetUnpublished(signing, id))));
    if (changed) return;
  }
  throw new Error('keys changed again and again while they were made');
}
