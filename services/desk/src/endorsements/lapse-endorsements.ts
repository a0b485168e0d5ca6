import { endorsements, LAPSING_ENDORSEMENT } from '@laurel/store/private/desk';
import { and, lte } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/** Forgets asks and stories that nobody answered in time. May be repeated. */
export async function lapseEndorsements({ store, nowSeconds }: Desk): Promise<void> {
  await store
    .delete(endorsements)
    .where(and(LAPSING_ENDORSEMENT, lte(endorsements.lapsesAtSeconds, nowSeconds)));
}
