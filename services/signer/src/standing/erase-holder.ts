import type { ErasedSoFar } from '@laurel/contracts/signer-rpc';
import { awards, endorsements, intents } from '@laurel/store/private/schema';
import { and, eq, ne, or } from 'drizzle-orm';
import { amongDatabases } from '../databases.ts';
import type { Signing } from '../env.ts';
import { publishChangedStatusLists } from '../status/publish.ts';
import { eraseBytes } from './erase-bytes.ts';
import { cutFromAwards, forgetShowing } from './forget-shown.ts';
import { withBytes } from './with-bytes.ts';

/** What one call erases at most: it fits into one invocation with room to spare. */
const MAX_PER_CALL = 200;

/**
 * Erases the bytes of whatever was signed for an account or as its words, some in each call, what it arranged of that, and at
 * the end what leads to it. What stands as accepted is left alone. May be repeated.
 */
export async function eraseHolder(signing: Signing, accountId: string): Promise<ErasedSoFar> {
  const made = await signing.privateStore
    .select({ id: intents.credentialId, state: intents.state })
    .from(intents)
    .leftJoin(awards, eq(awards.id, intents.awardId))
    .leftJoin(endorsements, eq(endorsements.id, intents.endorsement))
    .where(
      or(
        and(eq(awards.accountId, accountId), ne(awards.state, 'accepted')),
        eq(intents.recordHolder, accountId),
        eq(endorsements.endorserAccountId, accountId),
        eq(endorsements.holderAccountId, accountId),
      ),
    );
  const ids = made.map(({ id }) => id);
  await forgetShowing(signing, accountId, ids);
  const left = await withBytes(signing, ids);
  await eraseBytes(signing, left.slice(0, MAX_PER_CALL));
  // Where an earlier call was cut off before it said so, copies are still to be answered.
  for (const { of } of amongDatabases(signing, ids)) await publishChangedStatusLists(of);
  if (left.length > MAX_PER_CALL) return 'more_to_erase';
  if (made.some(({ state }) => state === 'recorded')) return 'still_being_signed';
  await cutFromAwards(signing, ids);
  return 'nothing_left';
}
