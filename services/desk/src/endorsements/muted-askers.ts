import { accounts, endorsements, mutedAskers } from '@laurel/store/private/desk';
import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/** The condition on `endorsements` that whoever was asked has not muted whoever asks. */
export const FROM_UNMUTED: SQL = sql`not exists (select 1 from muted_askers
  where account_id = ${endorsements.endorserAccountId}
    and asker_account_id = ${endorsements.holderAccountId})`;

/** Whose asks an account does not see, by name. */
export async function mutedBy({ store }: Desk, accountId: string) {
  return store
    .select({ accountId: mutedAskers.askerAccountId, username: accounts.username })
    .from(mutedAskers)
    .leftJoin(accounts, eq(accounts.id, mutedAskers.askerAccountId))
    .where(eq(mutedAskers.accountId, accountId))
    .orderBy(asc(mutedAskers.sinceSeconds));
}

/** Has the asks of whoever sent this one shown to whom it was sent no more. Whoever asks never learns of it. */
export async function muteAsker(
  { store, nowSeconds }: Desk,
  accountId: string,
  endorsementId: string,
): Promise<void> {
  await store
    .insert(mutedAskers)
    .select(
      sql`select endorser_account_id, holder_account_id, ${nowSeconds} from endorsements
        where id = ${endorsementId} and endorser_account_id = ${accountId}`,
    )
    .onConflictDoNothing();
}

/** Has them shown again, those that are still open too. */
export async function unmuteAsker(
  { store }: Desk,
  accountId: string,
  asker: string,
): Promise<void> {
  await store
    .delete(mutedAskers)
    .where(and(eq(mutedAskers.accountId, accountId), eq(mutedAskers.askerAccountId, asker)));
}
