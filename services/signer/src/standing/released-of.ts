import { inSet } from '@laurel/store/in-set';
import { awards, endorsements, intents } from '@laurel/store/private/schema';
import { and, eq, inArray, or, type SQL } from 'drizzle-orm';
import type { Signing } from '../env.ts';

/** The ids of all credentials that were made for an account, in no order. */
export function releasedOf(signing: Signing, holderAccountId: string): Promise<readonly string[]> {
  return released(signing, eq(awards.accountId, holderAccountId));
}

/** Those of these credentials that were made for the account, in no order. */
export function releasedAmong(
  signing: Signing,
  holderAccountId: string,
  credentialIds: readonly string[],
): Promise<readonly string[]> {
  const among = inArray(intents.credentialId, inSet(credentialIds));
  return released(signing, and(among, eq(awards.accountId, holderAccountId)));
}

/** All credentials of an account with its learner records and what it wrote of others: all that has an address of its own. */
export function linkedOf(signing: Signing, accountId: string): Promise<readonly string[]> {
  return released(signing, isLinkedTo(accountId));
}

/** True for an intent of an account: of its award, of its record, or of what it wrote of others. Needs both tables joined. */
export function isLinkedTo(accountId: string): SQL | undefined {
  return or(
    eq(awards.accountId, accountId),
    eq(intents.recordHolder, accountId),
    eq(endorsements.endorserAccountId, accountId),
  );
}

async function released(
  { privateStore }: Signing,
  condition: SQL | undefined,
): Promise<readonly string[]> {
  const rows = await privateStore
    .select({ id: intents.credentialId })
    .from(intents)
    .leftJoin(awards, eq(awards.id, intents.awardId))
    .leftJoin(endorsements, eq(endorsements.id, intents.endorsement))
    .where(and(condition, eq(intents.state, 'released')));
  return rows.map(({ id }) => id);
}
