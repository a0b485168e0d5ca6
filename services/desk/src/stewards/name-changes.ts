import type { LanguageMap } from '@laurel/core/language';
import { accounts, declaredNames, nameChanges } from '@laurel/store/private/desk';
import { asc, count, eq, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { PAGE_SIZE } from '../page/paging.tsx';

/** A wish to change a name, as stewards see it. */
export type WaitingChange = {
  readonly id: string;
  readonly accountId: string;
  readonly username: string | null;
  readonly old: LanguageMap;
  readonly wished: LanguageMap;
  readonly why: string;
  readonly askedAtSeconds: number;
};

/** One page of the wishes that wait, the oldest first. What was decided is shown to nobody but its holder. */
export async function waitingChanges(
  desk: Desk,
  page: number,
): Promise<{ readonly total: number; readonly changes: readonly WaitingChange[] }> {
  const { store } = desk;
  const waits = eq(nameChanges.state, 'waiting');
  const [[all], rows] = await store.batch([
    store.select({ total: count() }).from(nameChanges).where(waits),
    selecting(desk)
      .where(waits)
      .orderBy(asc(nameChanges.askedAtSeconds), asc(nameChanges.id))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE),
  ]);
  return { total: all?.total ?? 0, changes: rows.flatMap(asShown) };
}

/** One wish; null where there is none, or where it waits no more. */
export async function waitingChange(desk: Desk, id: string): Promise<WaitingChange | null> {
  const [row] = await selecting(desk).where(eq(nameChanges.id, id));
  return row === undefined ? null : (asShown(row)[0] ?? null);
}

function selecting({ store }: Desk) {
  return store
    .select({
      id: nameChanges.id,
      accountId: nameChanges.accountId,
      username: accounts.username,
      old: declaredNames.writings,
      // Named, as a batch’s answers have one value for each name of a column.
      wished: sql<LanguageMap | null>`${nameChanges.writings}`
        .mapWith(nameChanges.writings)
        .as('wished'),
      why: nameChanges.why,
      askedAtSeconds: nameChanges.askedAtSeconds,
    })
    .from(nameChanges)
    .innerJoin(declaredNames, eq(declaredNames.accountId, nameChanges.accountId))
    .leftJoin(accounts, eq(accounts.id, nameChanges.accountId));
}

type Row = Awaited<ReturnType<typeof selecting>>[number];

function asShown({ wished, why, ...row }: Row): readonly WaitingChange[] {
  return wished === null || why === null ? [] : [{ ...row, wished, why }];
}
