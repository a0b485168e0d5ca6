import type { AwardState } from '@laurel/core/award';
import { awards, intents } from '@laurel/store/private/desk';
import { and, eq } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/** The award that a credential of this account was made from; null for a stranger's and for none. */
export async function awardOfCredential(
  { store }: Desk,
  credentialId: string,
  accountId: string,
): Promise<{ readonly id: string; readonly state: AwardState } | null> {
  const [found] = await store
    .select({ id: awards.id, state: awards.state })
    .from(intents)
    .innerJoin(awards, eq(awards.id, intents.awardId))
    .where(
      and(
        eq(intents.credentialId, credentialId),
        eq(intents.state, 'released'),
        eq(awards.accountId, accountId),
      ),
    );
  return found ?? null;
}
