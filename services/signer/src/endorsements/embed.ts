import { endorsedIdIn } from '@laurel/core/endorsement';
import type { Failure } from '@laurel/core/failure';
import type { JsonObject } from '@laurel/core/json';
import { ok, type Result, refuse } from '@laurel/core/result';
import { inSet } from '@laurel/store/in-set';
import { endorsements } from '@laurel/store/private/schema';
import { credentials } from '@laurel/store/public/schema';
import { and, eq, inArray } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { freshIdIn } from '../fresh-id.ts';
import { completeRsaJwts } from '../issue/complete-rsa.ts';
import type { Intent } from '../issue/record.ts';
import { releaseIntents } from '../issue/release.ts';
import type { EndorsedCredential } from './endorsed-credential.ts';
import { type AcceptedEndorsement, recordEndorsement } from './record-endorsement.ts';

/** What a credential that is about to be made holds, and the id that it is to have. */
export type Embedded = {
  readonly credentialId: string;
  readonly documents: readonly JsonObject[];
};

/** Which endorsements are to be in a credential, and of what. */
export type ToEmbed = Omit<EndorsedCredential, 'id' | 'isWithin'> & {
  readonly awardId: string;
  readonly holderAccountId: string;
  readonly requestKey: string;
  readonly endorsementIds: readonly string[];
};

/**
 * Signs endorsements for a credential that is about to be made, so that they name that one and lead to no other.
 * The same request gives the same, also after it was cut off: the first of them that was recorded says which id
 * the credential is to have. Refused unless each was accepted for this award by its holder.
 */
export async function embedEndorsements(
  signing: Signing,
  wanted: ToEmbed,
): Promise<Result<Embedded, Failure>> {
  const rows = await acceptedOf(signing, wanted);
  if (rows.length < wanted.endorsementIds.length) return refuse({ reason: 'endorsement_unknown' });
  let credentialId = freshIdIn(signing);
  const intents: Intent[] = [];
  for (const row of rows) {
    const about = { ...wanted, id: credentialId, isWithin: true };
    const requestKey = `${wanted.requestKey}#${row.id}`;
    const recorded = await recordEndorsement(signing, row, about, requestKey);
    if (!recorded.ok) return recorded;
    credentialId = await endorsedIn(signing, recorded.value);
    intents.push(recorded.value);
  }
  await releaseIntents(signing, intents);
  const ids = intents.map((intent) => intent.credentialId);
  await completeRsaJwts(signing, ids);
  const signed = await signing.publicStore
    .select({ id: credentials.id, document: credentials.document })
    .from(credentials)
    .where(inArray(credentials.id, inSet(ids)));
  const documentOf = new Map(signed.map(({ id, document }) => [id, document]));
  const documents = ids.flatMap((id) => {
    const document = documentOf.get(id);
    return document == null ? [] : [JSON.parse(document)];
  });
  return documents.length < ids.length
    ? refuse({ reason: 'signing_interrupted' })
    : ok({ credentialId, documents });
}

/** In the order in which they are wanted. */
async function acceptedOf(
  { privateStore }: Signing,
  { endorsementIds, awardId, holderAccountId }: ToEmbed,
): Promise<readonly AcceptedEndorsement[]> {
  const rows = await privateStore
    .select()
    .from(endorsements)
    .where(
      and(
        inArray(endorsements.id, inSet(endorsementIds)),
        eq(endorsements.awardId, awardId),
        eq(endorsements.holderAccountId, holderAccountId),
        eq(endorsements.state, 'accepted'),
      ),
    );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return endorsementIds.flatMap((id) => byId.get(id) ?? []);
}

/** The credential that a recorded endorsement is about, also once its document stands in PUBLIC alone. */
async function endorsedIn({ origin, publicStore }: Signing, intent: Intent): Promise<string> {
  if (intent.document !== null) {
    const id = endorsedIdIn(origin, intent.document);
    if (id !== null) return id;
  }
  const [row] = await publicStore
    .select({ endorses: credentials.endorses })
    .from(credentials)
    .where(eq(credentials.id, intent.credentialId));
  if (row?.endorses == null) throw new Error('an endorsement of nothing');
  return row.endorses;
}
