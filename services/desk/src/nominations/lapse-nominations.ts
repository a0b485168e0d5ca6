import { nominations } from '@laurel/store/private/desk';
import { and, eq, inArray, lte, ne } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { ERASED } from './erasure.ts';

const SECONDS_PER_DAY = 86_400;

/** So long the story of an answered nomination stays, in case somebody asks about the answer. */
const ANSWERED_DAYS = 30;

/** So long a nominator sees what became of a nomination. */
const SEEN_DAYS = 365;

/**
 * Ends nominations that nobody answered in time and erases what they said; does the same to answered
 * ones a month after the answer; and forgets all of a nomination a year after its end. May be repeated.
 */
export async function lapseNominations({ store, nowSeconds }: Desk): Promise<void> {
  const before = (days: number) =>
    lte(nominations.decidedAtSeconds, nowSeconds - days * SECONDS_PER_DAY);
  await store.batch([
    store
      .update(nominations)
      .set({ ...ERASED, state: 'lapsed', decidedAtSeconds: nowSeconds })
      .where(and(eq(nominations.state, 'waiting'), lte(nominations.lapsesAtSeconds, nowSeconds))),
    store
      .update(nominations)
      .set(ERASED)
      .where(
        and(
          inArray(nominations.state, ['awarded', 'declined']),
          ne(nominations.nominee, ''),
          before(ANSWERED_DAYS),
        ),
      ),
    store.delete(nominations).where(and(ne(nominations.state, 'waiting'), before(SEEN_DAYS))),
  ]);
}
