import { endorsements } from '@laurel/store/private/desk';
import { and, eq } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/** Has what was asked about a credential be about the one that took its place. May be repeated. */
export async function moveAsks(
  { store }: Desk,
  holder: string,
  from: string,
  to: string,
): Promise<void> {
  await store
    .update(endorsements)
    .set({ credentialId: to })
    .where(and(eq(endorsements.credentialId, from), eq(endorsements.holderAccountId, holder)));
}
