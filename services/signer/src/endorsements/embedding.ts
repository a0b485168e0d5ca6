import { credentialUrl } from '@laurel/core/addresses';
import { inSet } from '@laurel/store/in-set';
import { endorsements, intents } from '@laurel/store/private/schema';
import { credentials } from '@laurel/store/public/schema';
import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { withBytes } from '../standing/with-bytes.ts';

/**
 * Credentials and learner records that hold any of these endorsements. What was signed is served as it was signed
 * or not at all: without what was taken back it cannot be served, so it ends too. Remembers why, for its holder.
 */
export async function endWhatEmbeds(
  signing: Signing,
  ids: readonly string[],
): Promise<readonly string[]> {
  const { privateStore } = signing;
  const ended = await privateStore
    .select({
      id: intents.credentialId,
      awardId: endorsements.awardId,
      holder: endorsements.holderAccountId,
    })
    .from(intents)
    .innerJoin(endorsements, eq(endorsements.id, intents.endorsement))
    .where(inArray(intents.credentialId, inSet(ids)));
  if (ended.length === 0) return [];
  const candidates = await privateStore
    .select({ id: intents.credentialId })
    .from(intents)
    .where(
      or(
        inArray(intents.awardId, inSet(ended.map(({ awardId }) => awardId))),
        inArray(intents.recordHolder, inSet(ended.map(({ holder }) => holder))),
      ),
    );
  const embedding = await withBytes(
    signing,
    candidates.map(({ id }) => id),
    sql`exists (select 1 from json_each(${JSON.stringify(ended.map(({ id }) => id))}) as one
      where instr(${credentials.document}, '/c/' || one.value || '"') > 0)`,
  );
  return rememberLost(signing, embedding);
}

/** What stands in whatever holds an endorsement. */
export const EMBEDDED = '"EndorsementCredential"';

/** Of what was just published: what holds an endorsement that was taken back meanwhile. Remembers why, as above. */
export async function publishedWithTakenBack(
  signing: Signing,
  ids: readonly string[],
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const { origin, publicStore } = signing;
  const address = credentialUrl(origin, '');
  const rows = await publicStore
    .select({ id: credentials.id })
    .from(credentials)
    .where(
      and(
        inArray(credentials.id, inSet(ids)),
        isNull(credentials.endorses),
        sql`instr(${credentials.document}, ${EMBEDDED}) > 0`,
        sql`exists (select 1 from json_tree(${credentials.document}) as node
          join credentials as endorsement
            on endorsement.id = substr(node.atom, ${address.length + 1})
          where node.key = 'id' and substr(node.atom, 1, ${address.length}) = ${address}
            and endorsement.endorses is not null and endorsement.state <> 'active')`,
      ),
    );
  return rememberLost(
    signing,
    rows.map(({ id }) => id),
  );
}

/** Remembers for their holders why these end, and gives them back. */
async function rememberLost(
  { privateStore }: Signing,
  ids: readonly string[],
): Promise<readonly string[]> {
  if (ids.length > 0) {
    await privateStore
      .update(intents)
      .set({ lostEndorsement: true })
      .where(inArray(intents.credentialId, inSet(ids)));
  }
  return ids;
}
