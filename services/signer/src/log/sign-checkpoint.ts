import { checkpointText, logName } from '@laurel/log/checkpoint';
import { signedNote } from '@laurel/log/note';
import { logCheckpoints } from '@laurel/store/public/schema';
import { storedHash } from '@laurel/store/public/stored-subtrees';
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { currentLogKey, establishLog } from './log-key.ts';

/**
 * Signs the newest tree head, which stands in PUBLIC already: the key is never used for a tree that another
 * writer may yet overtake, and so there is never a signature of two trees of one size.
 */
export async function signCheckpoint(signing: Signing): Promise<void> {
  const { publicStore } = signing;
  const [head] = await publicStore
    .select()
    .from(logCheckpoints)
    .orderBy(desc(logCheckpoints.size))
    .limit(1);
  if (head === undefined || head.note !== null) return;
  await establishLog(signing);
  const { key, privateKey } = await currentLogKey(signing);
  const text = checkpointText({
    origin: logName(signing.origin, signing.database),
    size: head.size,
    root: storedHash(head.root),
  });
  await publicStore
    .update(logCheckpoints)
    .set({ note: await signedNote(text, key, privateKey) })
    .where(and(eq(logCheckpoints.size, head.size), isNull(logCheckpoints.note)));
}
