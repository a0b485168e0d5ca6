import { ENDORSEMENT_DAYS } from '@laurel/core/endorsement';
import { endorsements } from '@laurel/store/private/desk';
import { and, eq, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';

const SECONDS_PER_DAY = 86_400;

/**
 * Has what somebody wrote under a name that is not theirs any more wait for them again, as a draft that nobody but
 * they see: they may send it once more, under the name of today or none, or leave it. May be repeated.
 */
export async function reopenFormerNames(
  { store, nowSeconds }: Desk,
  accountId: string,
): Promise<void> {
  await store
    .update(endorsements)
    .set({
      state: 'asked',
      acceptedAtSeconds: null,
      lapsesAtSeconds: nowSeconds + ENDORSEMENT_DAYS * SECONDS_PER_DAY,
    })
    .where(
      and(
        eq(endorsements.endorserAccountId, accountId),
        eq(endorsements.state, 'accepted'),
        // Not what was accepted since, under the name of now.
        sql`(select said_former_name from intents where intents.endorsement = ${endorsements.id}
          order by recorded_at_seconds desc, said_former_name limit 1) = 1`,
      ),
    );
}
