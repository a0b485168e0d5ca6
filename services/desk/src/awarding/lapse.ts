import { awards } from '@laurel/store/private/desk';
import { and, inArray, lte } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/** Offers that nobody accepted in time lapse, and so do declined ones: then both look alike. */
export async function lapseOffers(desk: Desk): Promise<void> {
  await desk.store
    .update(awards)
    .set({ state: 'lapsed' })
    .where(
      and(
        inArray(awards.state, ['offered', 'declined']),
        lte(awards.lapsesAtSeconds, desk.nowSeconds),
      ),
    );
}
