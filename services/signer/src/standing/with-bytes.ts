import { inSet } from '@laurel/store/in-set';
import { credentials } from '@laurel/store/public/schema';
import { and, inArray, isNotNull, type SQL } from 'drizzle-orm';
import { readAmong } from '../databases.ts';
import type { Signing } from '../env.ts';

/** Which of these credentials have bytes, wherever they are, and fulfil a condition, where one is given. */
export async function withBytes(
  signing: Signing,
  ids: readonly string[],
  condition?: SQL,
): Promise<readonly string[]> {
  const rows = await readAmong(signing, ids, ({ publicStore }, some) =>
    publicStore
      .select({ id: credentials.id })
      .from(credentials)
      .where(and(inArray(credentials.id, inSet(some)), isNotNull(credentials.document), condition)),
  );
  return rows.map(({ id }) => id);
}
