import { endorsements } from '@laurel/store/private/desk';
import { and, inArray, lte } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/** Forgets asks and stories that nobody answered in time. May be repeated. */
export async function lapseEndorsements({ store, nowSeconds }: Desk): Promise<void> {
  await store
    .delete(endorsements)
    .where(
      and(
        inArray(endorsements.state, ['asked', 'declined', 'taken_back', 'written']),
        lte(endorsements.lapsesAtSeconds, nowSeconds),
      ),
    );
}
