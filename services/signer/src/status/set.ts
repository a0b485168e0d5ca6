import { statusEntries, statusLists } from '@laurel/store/public/schema';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { randomBelow } from './draw.ts';
import type { StatusPlace } from './reserve.ts';

/**
 * The statements that set an entry and mark its list as changed, for one batch with the change of
 * state itself. Up to two decoys are set with it.
 */
export function settingEntry(signing: Signing, { list, index }: StatusPlace) {
  const { publicStore, nowSeconds } = signing;
  const decoys = sql`${statusEntries.index} in (
    select entry_index from status_entries
    where list = ${list} and decoy = 1 and set_at_seconds is null
    order by random() limit ${randomBelow(3)}
  )`;
  return [
    publicStore
      .update(statusEntries)
      .set({ setAtSeconds: nowSeconds })
      .where(
        and(
          eq(statusEntries.list, list),
          eq(statusEntries.index, index),
          isNull(statusEntries.setAtSeconds),
        ),
      ),
    publicStore
      .update(statusEntries)
      .set({ setAtSeconds: nowSeconds })
      .where(and(eq(statusEntries.list, list), decoys)),
    publicStore
      .update(statusLists)
      .set({ changes: sql`${statusLists.changes} + 1` })
      .where(eq(statusLists.id, list)),
  ] as const;
}

/** The statements that clear an entry again, of a purpose that allows it, and mark its list as changed. */
export function clearingEntry({ publicStore }: Signing, { list, index }: StatusPlace) {
  return [
    publicStore
      .update(statusEntries)
      .set({ setAtSeconds: null })
      .where(and(eq(statusEntries.list, list), eq(statusEntries.index, index))),
    publicStore
      .update(statusLists)
      .set({ changes: sql`${statusLists.changes} + 1` })
      .where(eq(statusLists.id, list)),
  ] as const;
}
