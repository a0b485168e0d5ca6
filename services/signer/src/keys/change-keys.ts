import type { PublishedKey } from '@laurel/core/verification-key';
import { keyHistories } from '@laurel/store/public/schema';
import { eq, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { inEach } from '../databases.ts';
import type { Signing } from '../env.ts';
import { logHashOf, logPending } from '../log/log-pending.ts';
import { copyServiceKeys } from './copy-service-keys.ts';
import { signedHistory } from './history.ts';
import { historyOf, isOfService, type KeySet, keySetOf } from './key-set.ts';
import { areCompromised, refuseCompromised } from './refuse-compromised.ts';

export type KeyChange = {
  /** What changes rows of keys, and all that has to change with them. */
  readonly statements: readonly BatchItem<'sqlite'>[];
  /** All keys of the owner as they stand then. */
  readonly keys: readonly PublishedKey[];
};

/**
 * Changes keys and publishes their signed history in one transaction: no key is anywhere without its
 * dates, and none that is not in the log. False, and nothing has changed, where somebody else changed these keys
 * since they were read, or the root key that signed their history turned out to be stolen.
 */
export async function changeKeys(
  signing: Signing,
  before: KeySet,
  { statements, keys }: KeyChange,
): Promise<boolean> {
  const { document, signedBy } = await signedHistory(signing, before.owner, keys);
  const logHash = await logHashOf(document);
  const owner = historyOf(before.owner);
  const logging = await logPending(signing, [{ of: 'key_history', owner, logHash }]);
  try {
    await signing.publicStore.batch([
      refuseCompromised(signing, [signedBy]),
      publishing(signing, before, { document, logHash }),
      ...statements,
      ...logging,
    ]);
  } catch (defect) {
    const now = await keySetOf(signing, before.owner);
    if (now.revision === before.revision && !(await areCompromised(signing, [signedBy])))
      throw defect;
    return false;
  }
  if (isOfService(before.owner)) {
    for (const other of inEach(signing).slice(1)) await copyServiceKeys(other);
  }
  return true;
}

/** Fails, and the transaction with it, unless the history is still the one that was read. */
function publishing(
  { publicStore, nowSeconds }: Signing,
  { owner, revision }: KeySet,
  text: { readonly document: string; readonly logHash: string },
) {
  const row = { ...text, signedAtSeconds: nowSeconds };
  if (revision === null) {
    return publicStore
      .insert(keyHistories)
      .values({ issuer: historyOf(owner), ...row, revision: 1 });
  }
  return publicStore
    .update(keyHistories)
    .set({
      ...row,
      revision: sql`case when ${keyHistories.revision} = ${revision} then ${revision + 1} end`,
    })
    .where(eq(keyHistories.issuer, historyOf(owner)));
}
