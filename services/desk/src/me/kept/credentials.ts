import type { HeldCredential, HeldRecord } from '@laurel/contracts/signer-rpc';
import { confirmations, credentialNotes, intents, walletOffers } from '@laurel/store/private/desk';
import { asc, eq } from 'drizzle-orm';
import type { Desk } from '../../env.ts';
import { isSignedFor } from './own-ids.ts';
import { readableRows } from './readable.ts';

/** All that somebody holds, as it was passed in, so that it is asked for once. */
export type Held = {
  readonly credentials: readonly HeldCredential[];
  readonly records: readonly HeldRecord[];
};

/** How each credential and record stands, when it was made, notes, and what was confirmed or put into wallets. */
export async function keptCredentials(
  { store }: Desk,
  accountId: string,
  { credentials, records }: Held,
) {
  const [made, notes, confirmed, offers] = await store.batch([
    store
      .select({
        credentialId: intents.credentialId,
        awardId: intents.awardId,
        issuer: intents.issuer,
        achievementId: intents.achievementId,
        language: intents.language,
        disclosure: intents.disclosure,
        state: intents.state,
        recordedAtSeconds: intents.recordedAtSeconds,
      })
      .from(intents)
      .where(isSignedFor(accountId))
      .orderBy(asc(intents.recordedAtSeconds)),
    store
      .select({ credentialId: credentialNotes.credentialId, note: credentialNotes.note })
      .from(credentialNotes)
      .where(eq(credentialNotes.accountId, accountId)),
    store
      .select({
        credentialId: confirmations.credentialId,
        confirmedAtSeconds: confirmations.confirmedAtSeconds,
        endsAtSeconds: confirmations.endsAtSeconds,
      })
      .from(confirmations)
      .where(eq(confirmations.confirmedBy, accountId)),
    store
      .select({
        credentialId: walletOffers.credentialId,
        tries: walletOffers.tries,
        endsAtSeconds: walletOffers.endsAtSeconds,
      })
      .from(walletOffers)
      .where(eq(walletOffers.accountId, accountId)),
  ]);
  return {
    certificates: credentials,
    learnerRecords: records,
    madeOrBegun: readableRows(made),
    notes,
    confirmedToSomebody: readableRows(confirmed),
    offersToWallets: readableRows(offers),
  };
}
