import type { ListPurpose } from '@laurel/core/signed-document';
import { statusEntries, statusLists } from '@laurel/store/public/schema';
import { and, asc, eq, lt, sql } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { MAX_DRAWN, randomBelow, STATUS_LIST_LENGTH } from './draw.ts';
import { beginStatusList } from './publish.ts';

export type StatusPlace = { readonly list: string; readonly index: number };

/**
 * Draws entries at random, and records them as taken before anything refers to them. An entry that is
 * drawn and then not used stays clear for ever, and hides the others.
 */
export async function reserveStatusEntries(
  signing: Signing,
  issuer: string,
  count: number,
  purpose: ListPurpose = 'revocation',
): Promise<readonly StatusPlace[]> {
  const list = await listWithRoom(signing, issuer, purpose);
  const drawn: StatusPlace[] = [];
  while (drawn.length < count) {
    const wanted = JSON.stringify(
      Array.from({ length: count - drawn.length }, () => randomBelow(STATUS_LIST_LENGTH)),
    );
    const taken = await signing.publicStore
      .insert(statusEntries)
      .select(sql`select distinct ${list}, value, 0, null from json_each(${wanted}) where true`)
      .onConflictDoNothing()
      .returning({ list: statusEntries.list, index: statusEntries.index });
    drawn.push(...taken);
  }
  await signing.publicStore
    .update(statusLists)
    .set({ drawn: sql`${statusLists.drawn} + ${count}` })
    .where(eq(statusLists.id, list));
  return drawn;
}

async function listWithRoom(
  signing: Signing,
  issuer: string,
  purpose: ListPurpose,
): Promise<string> {
  const [list] = await signing.publicStore
    .select({ id: statusLists.id })
    .from(statusLists)
    .where(
      and(
        eq(statusLists.issuer, issuer),
        eq(statusLists.purpose, purpose),
        lt(statusLists.drawn, MAX_DRAWN),
      ),
    )
    .orderBy(asc(statusLists.id))
    .limit(1);
  return list?.id ?? (await beginStatusList(signing, issuer, purpose));
}
