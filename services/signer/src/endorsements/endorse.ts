import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { endorsements, type intents } from '@laurel/store/private/schema';
import { eq } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { completeRsaJwts } from '../issue/complete-rsa.ts';
import { releaseIntents } from '../issue/release.ts';
import { mustHold } from '../standing/held.ts';
import { homeOfCredential } from '../standing/home-of-credential.ts';
import { endorsedCredential } from './endorsed-credential.ts';
import { recordEndorsement } from './record-endorsement.ts';

/**
 * Signs an endorsement that stands as accepted in PRIVATE, of the credential that its holder asked about; its id.
 * The same acceptance gives the same one. What it says it reads itself.
 */
export async function endorse(
  signing: Signing,
  endorsementId: string,
): Promise<Result<string, Failure>> {
  const [row] = await signing.privateStore
    .select()
    .from(endorsements)
    .where(eq(endorsements.id, endorsementId));
  if (row?.state !== 'accepted') return refuse({ reason: 'endorsement_settled' });
  const held = await mustHold(signing, row.credentialId, row.holderAccountId);
  if (!held.ok) return held;
  const home = await homeOfCredential(signing, row.credentialId);
  const credential = await endorsedCredential(home, row.credentialId);
  if (!credential.ok) return credential;
  const requestKey = `endorsement:${row.id}:${row.credentialId}:${row.acceptedAtSeconds}`;
  const recorded = await recordEndorsement(home, row, credential.value, requestKey);
  return recorded.ok ? finish(home, recorded.value) : recorded;
}

async function finish(
  signing: Signing,
  intent: typeof intents.$inferSelect,
): Promise<Result<string, Failure>> {
  const id = intent.credentialId;
  if (intent.state === 'released') return ok(id);
  const released = await releaseIntents(signing, [intent]);
  if (!released.has(id)) return refuse({ reason: 'signing_interrupted' });
  await completeRsaJwts(signing, [id]);
  return ok(id);
}
