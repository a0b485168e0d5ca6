import type { EndorsementText } from '@laurel/contracts/endorsement-requests';
import { ENDORSEMENT_DAYS } from '@laurel/core/endorsement';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { endorsements } from '@laurel/store/private/desk';
import { and, eq, gt, inArray } from 'drizzle-orm';
import type { Desk } from '../env.ts';

const SECONDS_PER_DAY = 86_400;

/**
 * Sends what somebody wrote to the holder who asked; again, as long as that one has not answered. It waits as long
 * as an ask does.
 */
export async function write(
  { store, nowSeconds }: Desk,
  endorser: string,
  id: string,
  text: EndorsementText,
): Promise<Result<null, Failure>> {
  const written = await store
    .update(endorsements)
    .set({
      ...text,
      state: 'written',
      lapsesAtSeconds: nowSeconds + ENDORSEMENT_DAYS * SECONDS_PER_DAY,
    })
    .where(
      and(
        eq(endorsements.id, id),
        eq(endorsements.endorserAccountId, endorser),
        inArray(endorsements.state, ['asked', 'written']),
        gt(endorsements.lapsesAtSeconds, nowSeconds),
      ),
    )
    .returning({ id: endorsements.id });
  return written.length > 0 ? ok(null) : refuse({ reason: 'endorsement_settled' });
}
