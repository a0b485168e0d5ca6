import { documentIntents } from '@laurel/store/private/schema';
import { and, eq, lte } from 'drizzle-orm';
import type { Signing } from '../env.ts';

/** A document this old was left behind: a call that is still at work is far younger. */
const LEFT_BEHIND_SECONDS = 60;

/**
 * Ends what an interrupted call recorded and did not release. Nobody was answered, so that nobody waits; the
 * record that the key may have been used stays, without the document.
 */
export async function abandonDocuments({ privateStore, nowSeconds }: Signing): Promise<void> {
  await privateStore
    .update(documentIntents)
    .set({ state: 'abandoned', document: null })
    .where(
      and(
        eq(documentIntents.state, 'recorded'),
        lte(documentIntents.recordedAtSeconds, nowSeconds - LEFT_BEHIND_SECONDS),
      ),
    );
}
