import { type Day, dayOf } from '@laurel/core/day';
import type { LanguageMap } from '@laurel/core/language';
import { declaredNames, nameChanges } from '@laurel/store/private/desk';
import { desc, eq } from 'drizzle-orm';
import type { Desk } from '../../env.ts';

/** From one wish to the next, whatever became of it: a person looks at each. */
export const SECONDS_BETWEEN_WISHES = 30 * 86_400;

export type NameChange = typeof nameChanges.$inferSelect;

/** The declared name of somebody, and what became of their last wish to change it. */
export type OwnName = {
  /** Empty where none was declared. */
  readonly writings: LanguageMap;
  readonly change: NameChange | null;
};

/** What an account declared of itself. */
export async function ownName({ store }: Desk, accountId: string): Promise<OwnName> {
  const [[name], [change]] = await store.batch([
    store.select().from(declaredNames).where(eq(declaredNames.accountId, accountId)),
    store
      .select()
      .from(nameChanges)
      .where(eq(nameChanges.accountId, accountId))
      .orderBy(desc(nameChanges.askedAtSeconds))
      .limit(1),
  ]);
  return { writings: name?.writings ?? {}, change: change ?? null };
}

/** The first day on which a change can be asked for after this one; null where that is today. */
export function mayAskFrom(change: NameChange | null, nowSeconds: number): Day | null {
  if (change === null) return null;
  const fromSeconds = change.askedAtSeconds + SECONDS_BETWEEN_WISHES;
  return fromSeconds <= nowSeconds ? null : dayOf(fromSeconds + 86_400);
}
