import { issuerDid, serviceDid } from '@laurel/core/addresses';
import { LOG_OWNER, RECORD_OWNER } from '@laurel/core/key-owners';
import { type KeyAlgorithm, keyStateOf, type PublishedKey } from '@laurel/core/verification-key';
import { keyHistories, verificationKeys } from '@laurel/store/public/schema';
import { eq } from 'drizzle-orm';
import type { Signing } from '../env.ts';

/** The service itself owns its root keys; every other owner is an issuer's slug. */
export const ROOT_OWNER = '';

/** All keys that an owner ever had, and what was published of them last. */
export type KeySet = {
  /** An issuer's slug, {@link ROOT_OWNER}, or that of the log or of records. */
  readonly owner: string;
  /** Oldest first. */
  readonly keys: readonly PublishedKey[];
  /** Of the published history; null where there is none yet. */
  readonly revision: number | null;
};

/** Reads the keys of an owner and the revision of their history at one moment. */
export async function keySetOf(signing: Signing, owner: string): Promise<KeySet> {
  const { publicStore } = signing;
  const [rows, [history]] = await publicStore.batch([
    publicStore
      .select()
      .from(verificationKeys)
      .where(eq(verificationKeys.owner, owner))
      .orderBy(verificationKeys.createdAtSeconds, verificationKeys.id),
    publicStore
      .select({ revision: keyHistories.revision })
      .from(keyHistories)
      .where(eq(keyHistories.issuer, historyOf(owner))),
  ]);
  const controller = controllerOf(signing, owner);
  return {
    owner,
    keys: rows.map(({ owner: _, ...row }) => ({ ...row, controller })),
    revision: history?.revision ?? null,
  };
}

/** Whose history the keys of an owner are published in: the service, its log and its records have one together. */
export function historyOf(owner: string): string {
  return owner === LOG_OWNER || owner === RECORD_OWNER ? ROOT_OWNER : owner;
}

/** True of the keys that are the service's own: they are published in the first database, and copied to each other one. */
export function isOfService(owner: string): boolean {
  return historyOf(owner) === ROOT_OWNER;
}

/** The DID that answers for the keys of an owner. */
export function controllerOf({ origin }: Signing, owner: string): string {
  return historyOf(owner) === ROOT_OWNER ? serviceDid(origin) : issuerDid(origin, owner);
}

/** The key of an algorithm that signs now; null where there is none. */
export function signingAmong(
  keys: readonly PublishedKey[],
  algorithm: KeyAlgorithm,
): PublishedKey | null {
  return (
    keys.findLast((key) => key.algorithm === algorithm && keyStateOf(key) === 'signing') ?? null
  );
}

/** The key of an algorithm that is published and waits for its turn; null where there is none. */
export function waitingAmong(
  keys: readonly PublishedKey[],
  algorithm: KeyAlgorithm,
): PublishedKey | null {
  return keys.find((key) => key.algorithm === algorithm && keyStateOf(key) === 'waiting') ?? null;
}
