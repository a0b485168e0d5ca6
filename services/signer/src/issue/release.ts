import { OFFERED_DISCLOSURES, type OfferedDisclosure } from '@laurel/core/disclosure';
import { stringAt } from '@laurel/core/json';
import { inSet } from '@laurel/store/in-set';
import { awards, intents } from '@laurel/store/private/schema';
import { credentials } from '@laurel/store/public/schema';
import { and, eq, inArray } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { revokeCredentials } from '../standing/revoke.ts';
import { issuersOnce } from './issuer-to-sign.ts';
import type { Intent } from './record.ts';
import { signArtefacts } from './sign.ts';

/**
 * Signs recorded intents and releases what was signed. May be repeated and may be cut off anywhere:
 * signing again gives the same bytes, inserting them again changes nothing, and an intent counts as
 * released only at the end. Answers the ids that are released after this run.
 */
export async function releaseIntents(
  signing: Signing,
  wanted: readonly Intent[],
): Promise<ReadonlySet<string>> {
  const recorded = wanted.filter(({ state }) => state === 'recorded');
  const issuerOf = issuersOnce(signing);
  const rows: (typeof credentials.$inferInsert)[] = [];
  for (const intent of recorded) {
    if (intent.document === null) throw new Error('a recorded intent without its document');
    const signed = await signArtefacts(
      signing,
      await issuerOf(intent.issuer),
      intent.document,
      intent.ed25519KeyId,
      intent.recordedAtSeconds,
    );
    rows.push({
      id: intent.credentialId,
      issuer: intent.issuer,
      achievementId: intent.achievementId,
      language: intent.language,
      disclosure: disclosureOf(intent),
      ...signed,
      rsaJwt: null,
      rsaKeyId: intent.rsaKeyId,
      visible: intent.visible,
      state: 'active',
      stateSince: null,
      statusList: intent.statusList,
      statusIndex: intent.statusIndex,
      validFrom: stringAt(intent.document, 'validFrom') ?? '',
      validUntil: stringAt(intent.document, 'validUntil'),
      mayIncludeMinors: intent.mayIncludeMinors,
    });
  }
  const [first, ...rest] = rows.map((row) =>
    signing.publicStore.insert(credentials).values(row).onConflictDoNothing(),
  );
  if (first !== undefined) await signing.publicStore.batch([first, ...rest]);
  await markReleased(signing, recorded);
  return releasedAmong(signing, wanted);
}

function disclosureOf({ disclosure }: Intent): OfferedDisclosure {
  const known = OFFERED_DISCLOSURES.find((mode) => mode === disclosure);
  if (known === undefined) throw new Error('an intent of an unknown disclosure mode');
  return known;
}

/**
 * An award that was revoked while its intent was being signed has its credential revoked here: the
 * revocation came too early to find it.
 */
async function markReleased(signing: Signing, recorded: readonly Intent[]): Promise<void> {
  if (recorded.length === 0) return;
  const ids = inSet(recorded.map(({ credentialId }) => credentialId));
  await signing.privateStore
    .update(intents)
    .set({ state: 'released', document: null })
    .where(and(inArray(intents.credentialId, ids), eq(intents.state, 'recorded')));
  const overtaken = await signing.privateStore
    .select({ credentialId: intents.credentialId })
    .from(intents)
    .innerJoin(awards, eq(awards.id, intents.awardId))
    .where(and(inArray(intents.credentialId, ids), eq(awards.state, 'revoked')));
  if (overtaken.length > 0) {
    await revokeCredentials(
      signing,
      overtaken.map(({ credentialId }) => credentialId),
    );
  }
}

async function releasedAmong(
  signing: Signing,
  wanted: readonly Intent[],
): Promise<ReadonlySet<string>> {
  const rows = await signing.privateStore
    .select({ id: intents.credentialId })
    .from(intents)
    .where(
      and(
        inArray(intents.credentialId, inSet(wanted.map(({ credentialId }) => credentialId))),
        eq(intents.state, 'released'),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}
