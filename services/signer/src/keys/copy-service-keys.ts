import { LOG_OWNER, RECORD_OWNER, ROOT_OWNER } from '@laurel/core/key-owners';
import { FIRST } from '@laurel/store/directory/public-bindings';
import { verificationKeys } from '@laurel/store/public/schema';
import { asc, inArray } from 'drizzle-orm';
import { inFirst } from '../databases.ts';
import type { Signing } from '../env.ts';

const ofService = inArray(verificationKeys.owner, [ROOT_OWNER, LOG_OWNER, RECORD_OWNER]);

/**
 * Has the database at hand know the keys of the service as the first one has them: what is signed there, and by
 * which keys, is then one transaction of that database alone. May be repeated; of two calls at once the later writer
 * looks again, so that the last word is what stands.
 */
export async function copyServiceKeys(signing: Signing): Promise<void> {
  if (signing.database === FIRST) return;
  const { publicStore } = signing;
  for (;;) {
    const [wanted, there] = await Promise.all([keysIn(inFirst(signing)), keysIn(signing)]);
    if (JSON.stringify(wanted) === JSON.stringify(there)) return;
    await publicStore.batch([
      publicStore.delete(verificationKeys).where(ofService),
      ...wanted.map((key) => publicStore.insert(verificationKeys).values(key)),
    ]);
  }
}

function keysIn({ publicStore }: Signing) {
  return publicStore
    .select()
    .from(verificationKeys)
    .where(ofService)
    .orderBy(asc(verificationKeys.id));
}
