import { inSet } from '@laurel/store/in-set';
import { awards, endorsements, intents } from '@laurel/store/private/schema';
import { and, eq, inArray, or } from 'drizzle-orm';
import type { Signing } from '../env.ts';

/** The ids of all credentials that were made for an account, in no order. */
export async function releasedOf(
  { privateStore }: Signing,
  holderAccountId: string,
): Promise<readonly string[]> {
  const rows = await privateStore
    .select({ id: intents.credentialId })
    .from(intents)
    .innerJoin(awards, eq(awards.id, intents.awardId))
    .where(and(eq(awards.accountId, holderAccountId), eq(intents.state, 'released')));
  return rows.map(({ id }) => id);
}

/** Those of these credentials that were made for the account, in no order. */
export async function releasedAmong(
  { privateStore }: Signing,
  holderAccountId: string,
  credentialIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await privateStore
    .select({ id: intents.credentialId })
    .from(intents)
    .innerJoin(awards, eq(awards.id, intents.awardId))
    .where(
      and(
        inArray(intents.credentialId, inSet(credentialIds)),
        eq(intents.state, 'released'),
        eq(awards.accountId, holderAccountId),
      ),
    );
  return rows.map(({ id }) => id);
}

/** All credentials of an account with its learner records and what it wrote of others: all that has an address of its own. */
export async function linkedOf(
  { privateStore }: Signing,
  holderAccountId: string,
): Promise<readonly string[]> {
  const rows = await privateStore
    .select({ id: intents.credentialId })
    .from(intents)
    .leftJoin(awards, eq(awards.id, intents.awardId))
    .leftJoin(endorsements, eq(endorsements.id, intents.endorsement))
    .where(
      and(
        or(
          eq(awards.accountId, holderAccountId),
          eq(intents.recordHolder, holderAccountId),
          eq(endorsements.endorserAccountId, holderAccountId),
        ),
        eq(intents.state, 'released'),
      ),
    );
  return rows.map(({ id }) => id);
}
