import { endorsements } from '@laurel/store/private/desk';
import { and, eq } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/** When what was about to be signed has come to its end. */
const WHILE_SIGNED_SECONDS = 60;

/**
 * Has what both agreed to signed. Where it cannot be any more, as the credential was withdrawn or revoked, it
 * waits for the holder again. Throws where it is to be tried again.
 */
export async function workEndorse({ store, signer }: Desk, endorsementId: string): Promise<null> {
  const signed = await signer.endorse(endorsementId);
  if (signed.ok) return null;
  if (signed.failure.reason === 'signing_interrupted') {
    throw new Error('an endorsement was not signed to its end');
  }
  await store
    .update(endorsements)
    .set({ state: 'written', acceptedAtSeconds: null })
    .where(and(eq(endorsements.id, endorsementId), eq(endorsements.state, 'accepted')));
  return null;
}

/** Has what was signed erased, and forgets the rest. Null when done; else the seconds after which to go on. */
export async function workEnd(desk: Desk, endorsementId: string): Promise<number | null> {
  const { store, signer } = desk;
  if ((await signer.endEndorsement(endorsementId)) !== 'nothing_left') return WHILE_SIGNED_SECONDS;
  await store
    .delete(endorsements)
    .where(and(eq(endorsements.id, endorsementId), eq(endorsements.state, 'ending')));
  return null;
}
