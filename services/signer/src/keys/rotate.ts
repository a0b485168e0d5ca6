import { KEY_PUBLISHED_AHEAD_SECONDS } from '@laurel/core/key-schedule';
import type { KeyAlgorithm } from '@laurel/core/verification-key';
import { verificationKeys } from '@laurel/store/public/schema';
import { eq } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { changeKeys } from './change-keys.ts';
import { keySetOf, signingAmong, waitingAmong } from './key-set.ts';
import { forgetUnpublished, makeKey, publishingKey } from './make.ts';

/**
 * Makes the key that is to follow the one that signs, and publishes it, so that whoever keeps copies of
 * did.json knows it before it signs. Nothing happens where one waits already. Answers whether it made one.
 */
export async function announceKey(
  signing: Signing,
  owner: string,
  algorithm: KeyAlgorithm,
): Promise<boolean> {
  const before = await keySetOf(signing, owner);
  if (waitingAmong(before.keys, algorithm) !== null) return false;
  const signsFrom = signing.nowSeconds + KEY_PUBLISHED_AHEAD_SECONDS;
  const key = await makeKey(signing, owner, algorithm, signsFrom);
  const changed = await changeKeys(signing, before, {
    statements: [publishingKey(signing, owner, key)],
    keys: [...before.keys, key],
  }).finally(() => forgetUnpublished(signing, key.id));
  return changed || announceKey(signing, owner, algorithm);
}

/**
 * Has the key that waited long enough sign from now on, and retires the one before it, in one
 * transaction: at no moment do two sign, or none. What was begun with the old key is still finished
 * with it.
 */
export async function takeTurn(
  signing: Signing,
  owner: string,
  algorithm: KeyAlgorithm,
): Promise<void> {
  const { publicStore, nowSeconds } = signing;
  const before = await keySetOf(signing, owner);
  const next = waitingAmong(before.keys, algorithm);
  if (next === null || next.signsFromSeconds > nowSeconds) return;
  const old = signingAmong(before.keys, algorithm);
  const retired = { retiredAtSeconds: nowSeconds };
  const begun = { waiting: false, signsFromSeconds: nowSeconds };
  const changed = await changeKeys(signing, before, {
    statements: [
      ...(old === null
        ? []
        : [
            publicStore
              .update(verificationKeys)
              .set(retired)
              .where(eq(verificationKeys.id, old.id)),
          ]),
      publicStore.update(verificationKeys).set(begun).where(eq(verificationKeys.id, next.id)),
    ],
    keys: before.keys.map((key) => {
      if (key.id === next.id) return { ...key, ...begun };
      return key.id === old?.id ? { ...key, ...retired } : key;
    }),
  });
  if (!changed) await takeTurn(signing, owner, algorithm);
}
