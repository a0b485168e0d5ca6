import { inSet } from '@laurel/store/in-set';
import { endorsements, intents } from '@laurel/store/private/schema';
import { credentials } from '@laurel/store/public/schema';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { completeRsaJwts } from '../issue/complete-rsa.ts';
import { releaseIntents } from '../issue/release.ts';
import { endorsedCredential } from './endorsed-credential.ts';
import { type AcceptedEndorsement, recordEndorsement } from './record-endorsement.ts';

type Carried = { readonly row: AcceptedEndorsement; readonly isEmbedded: boolean };

/** What is said of a credential now, and whether it stands in that one itself. */
export async function endorsementsOf(
  { privateStore, publicStore }: Signing,
  credentialId: string,
): Promise<readonly Carried[]> {
  const signed = await publicStore
    .select({
      id: credentials.id,
      isEmbedded: sql<boolean>`exists (select 1 from credentials endorsed
        where endorsed.id = credentials.endorses
          and instr(json_extract(endorsed.document, '$.endorsement'), '/c/' || credentials.id || '"') > 0)`.mapWith(
        Boolean,
      ),
    })
    .from(credentials)
    .where(and(eq(credentials.endorses, credentialId), eq(credentials.state, 'active')));
  const embedded = new Map(signed.map(({ id, isEmbedded }) => [id, isEmbedded]));
  const rows = await privateStore
    .select({ row: endorsements, id: intents.credentialId })
    .from(intents)
    .innerJoin(endorsements, eq(endorsements.id, intents.endorsement))
    .where(
      and(
        inArray(intents.credentialId, inSet([...embedded.keys()])),
        eq(endorsements.state, 'accepted'),
      ),
    )
    .orderBy(intents.recordedAtSeconds, intents.credentialId);
  return rows.map(({ row, id }) => ({ row, isEmbedded: embedded.get(id) === true }));
}

/**
 * Says of a fresh credential what was said beside the one whose place it takes, signed anew: nothing in it leads
 * from one to the other. May be repeated.
 */
export async function carryEndorsements(signing: Signing, from: string, to: string): Promise<void> {
  const credential = await endorsedCredential(signing, to);
  if (!credential.ok) return;
  const carried = await endorsementsOf(signing, from);
  const recorded = [];
  for (const { row } of carried.filter(({ isEmbedded }) => !isEmbedded)) {
    const one = await recordEndorsement(signing, row, credential.value, `carried:${to}#${row.id}`);
    if (one.ok) recorded.push(one.value);
  }
  if (recorded.length === 0) return;
  await releaseIntents(signing, recorded);
  await completeRsaJwts(
    signing,
    recorded.map(({ credentialId }) => credentialId),
  );
}
