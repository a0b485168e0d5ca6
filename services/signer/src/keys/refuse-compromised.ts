import { inSet } from '@laurel/store/in-set';
import { verificationKeys } from '@laurel/store/public/schema';
import { and, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Signing } from '../env.ts';

/**
 * A statement for the transaction that makes signatures public: it fails, and all of it with it, where one
 * of the keys turned out to be stolen since they were made. Whoever is refused signs anew with another key.
 */
export function refuseCompromised({ publicStore }: Signing, keyIds: readonly string[]) {
  return publicStore
    .update(verificationKeys)
    .set({ owner: sql`null` })
    .where(
      and(
        inArray(verificationKeys.id, inSet(keyIds)),
        isNotNull(verificationKeys.compromisedAtSeconds),
      ),
    );
}

/** True where one of these keys is known to be stolen by now. */
export async function areCompromised(
  { publicStore }: Signing,
  keyIds: readonly string[],
): Promise<boolean> {
  return (
    (await publicStore.$count(
      verificationKeys,
      and(
        inArray(verificationKeys.id, inSet(keyIds)),
        isNotNull(verificationKeys.compromisedAtSeconds),
      ),
    )) > 0
  );
}
