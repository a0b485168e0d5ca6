import { RECORD_OWNER } from '@laurel/core/key-owners';
import { keyStateOf } from '@laurel/core/verification-key';
import { sealedKeys } from '@laurel/store/private/schema';
import { eq } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { allOpen } from '../health/keys-open.ts';
import { establishRecords } from '../records/service-keys.ts';
import { keySetOf, signingAmong } from './key-set.ts';

/**
 * The id of the key that signs now in the place of one that is retired and that nobody can open any more, as its secret is
 * lost; null of any other key, and where none signs yet. With the database of its owner at hand.
 */
export async function heirOf(
  signing: Signing,
  owner: string,
  keyId: string,
): Promise<string | null> {
  const { keys } = await keySetOf(signing, owner);
  const key = keys.find(({ id }) => id === keyId);
  if (key === undefined || keyStateOf(key) !== 'retired') return null;
  const sealed = await signing.privateStore
    .select()
    .from(sealedKeys)
    .where(eq(sealedKeys.keyId, keyId));
  if (await allOpen(sealed, signing.keyEncryptionSecrets)) return null;
  // Issuers' new keys are made with their faces; nothing else makes these before the next record.
  if (owner === RECORD_OWNER) await establishRecords(signing);
  const { keys: now } = owner === RECORD_OWNER ? await keySetOf(signing, owner) : { keys };
  return signingAmong(now, key.algorithm)?.id ?? null;
}
