import { nameChanges } from '@laurel/store/private/desk';
import { lt } from 'drizzle-orm';
import type { Desk } from '../../env.ts';

/** The holder can read the answer for so long. */
const KEPT_SECONDS = 180 * 86_400;

/** Deletes wishes that were decided, with what stewards answered. One that waits has no such day. */
export async function forgetNameChanges({ store, nowSeconds }: Desk): Promise<void> {
  await store
    .delete(nameChanges)
    .where(lt(nameChanges.decidedAtSeconds, nowSeconds - KEPT_SECONDS));
}
