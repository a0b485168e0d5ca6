import { declaredNames, nameChanges } from '@laurel/store/private/desk';
import { asc, eq } from 'drizzle-orm';
import type { Desk } from '../../env.ts';
import { readable, readableRows } from './readable.ts';

/** The name that somebody gave of themselves, and what became of wishes to change it. */
export async function keptNames({ store }: Desk, accountId: string) {
  const [[declared], changes] = await store.batch([
    store
      .select({ writings: declaredNames.writings, sinceSeconds: declaredNames.sinceSeconds })
      .from(declaredNames)
      .where(eq(declaredNames.accountId, accountId)),
    store
      .select({
        id: nameChanges.id,
        writings: nameChanges.writings,
        why: nameChanges.why,
        state: nameChanges.state,
        askedAtSeconds: nameChanges.askedAtSeconds,
        answer: nameChanges.answer,
        decidedAtSeconds: nameChanges.decidedAtSeconds,
      })
      .from(nameChanges)
      .where(eq(nameChanges.accountId, accountId))
      .orderBy(asc(nameChanges.askedAtSeconds)),
  ]);
  return {
    declared: declared === undefined ? null : readable(declared),
    changesAskedFor: readableRows(changes),
  };
}
