import type { ErasedSoFar } from '@laurel/contracts/signer-rpc';
import { inSet } from '@laurel/store/in-set';
import { endorsements, intents } from '@laurel/store/private/schema';
import { and, eq, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { eraseBytes } from '../standing/erase-bytes.ts';

/**
 * Erases what was signed of an endorsement that does not stand as accepted in PRIVATE any more; nameless
 * tombstones stay. May be repeated. What is being signed at this moment ends by itself.
 */
export async function endEndorsement(
  signing: Signing,
  endorsementId: string,
): Promise<ErasedSoFar> {
  const made = await signing.privateStore
    .select({ id: intents.credentialId, state: intents.state })
    .from(intents)
    .leftJoin(endorsements, eq(endorsements.id, intents.endorsement))
    .where(
      and(
        eq(intents.endorsement, endorsementId),
        or(isNull(endorsements.id), ne(endorsements.state, 'accepted')),
      ),
    );
  await eraseBytes(
    signing,
    made.map(({ id }) => id),
  );
  return made.some(({ state }) => state === 'recorded') ? 'still_being_signed' : 'nothing_left';
}

/** Of what was just published: endorsements that one of the two has taken back meanwhile. */
export async function publishedThoughTakenBack(
  { privateStore }: Signing,
  ids: readonly string[],
): Promise<readonly string[]> {
  const rows = await privateStore
    .select({ id: intents.credentialId })
    .from(intents)
    .leftJoin(endorsements, eq(endorsements.id, intents.endorsement))
    .where(
      and(
        inArray(intents.credentialId, inSet(ids)),
        isNotNull(intents.endorsement),
        or(isNull(endorsements.id), ne(endorsements.state, 'accepted')),
      ),
    );
  return rows.map(({ id }) => id);
}
