import { DISCLOSURES, type Disclosure } from '@laurel/core/disclosure';
import { endorsedIdIn } from '@laurel/core/endorsement';
import { stringAt } from '@laurel/core/json';
import { keptJwt } from '@laurel/proofs/jwt/kept';
import { inSet } from '@laurel/store/in-set';
import { rowsToInsert } from '@laurel/store/insert-rows';
import { awards, intents } from '@laurel/store/private/schema';
import { credentials } from '@laurel/store/public/schema';
import { and, eq, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm';
import { EMBEDDED, publishedWithTakenBack } from '../endorsements/embedding.ts';
import { publishedThoughTakenBack } from '../endorsements/end-endorsement.ts';
import type { Signing } from '../env.ts';
import { refuseCompromised } from '../keys/refuse-compromised.ts';
import { unlessStolen } from '../keys/unless-stolen.ts';
import { artefactsToLog, logPending } from '../log/log-pending.ts';
import { eraseBytes } from '../standing/erase-bytes.ts';
import { eraseNames, publishedWithFormerName } from '../standing/former-names.ts';
import { revokeCredentials } from '../standing/revoke.ts';
import { standAward, standPredecessors } from '../standing/stand.ts';
import { homesOfIntents } from './homes-of-intents.ts';
import { issuersOnce } from './issuer-to-sign.ts';
import { orDefect } from './or-defect.ts';
import type { Intent } from './record.ts';
import { type IssuerToSign, type SignedArtefacts, signArtefacts } from './sign.ts';

/**
 * Signs recorded intents and releases what was signed. May be repeated and may be cut off anywhere:
 * signing again gives the same bytes, inserting them again changes nothing, and an intent counts as
 * released only at the end. One that cannot be signed stays recorded, and holds up no other. Answers
 * the ids that are released after this run.
 */
export async function releaseIntents(
  signing: Signing,
  wanted: readonly Intent[],
): Promise<ReadonlySet<string>> {
  const recorded = wanted.filter(({ state }) => state === 'recorded');
  for (const { of, intents } of await homesOfIntents(signing, recorded)) {
    await releaseAtHome(of, intents);
  }
  return releasedAmong(signing, wanted);
}

/** The same of those whose credentials are to be in the database at hand. */
async function releaseAtHome(signing: Signing, recorded: readonly Intent[]): Promise<void> {
  const issuerOf = issuersOnce(signing);
  const signed: SignedCredential[] = [];
  const keyIds = new Set<string>();
  for (const intent of recorded) {
    const one = await orDefect(async () => {
      const issuer = await issuerOf(intent.issuer);
      const trusted = unlessStolen(intent, issuer.keys);
      for (const id of [trusted.ed25519KeyId, trusted.rsaKeyId]) keyIds.add(id);
      return credentialOf(signing, trusted, issuer);
    });
    if (one !== null) signed.push(one);
  }
  const rows = signed.map(({ row }) => row);
  const [first, ...rest] = rowsToInsert(credentials, rows, ['document']).map((some) =>
    signing.publicStore.insert(credentials).select(some).onConflictDoNothing(),
  );
  if (first !== undefined) {
    const logging = await logPending(
      signing,
      signed.flatMap(({ row, artefacts }) => artefactsToLog(row.id, artefacts)),
    );
    const guard = refuseCompromised(signing, [...keyIds]);
    await signing.publicStore.batch([guard, first, ...rest, ...logging]);
    const ids = rows.map(({ id }) => id);
    await standOvertaken(signing, signed);
    await standPredecessors(signing, ids);
    await markReleased(signing, ids);
  }
}

/** What goes on record, and the texts as they are given out. */
type SignedCredential = {
  readonly row: typeof credentials.$inferInsert;
  readonly artefacts: SignedArtefacts;
};

async function credentialOf(
  signing: Signing,
  intent: Intent,
  issuer: IssuerToSign,
): Promise<SignedCredential> {
  const { document } = intent;
  if (document === null) throw new Error('a recorded intent without its document');
  const artefacts = await signArtefacts(
    signing,
    issuer,
    document,
    intent.ed25519KeyId,
    intent.recordedAtSeconds,
  );
  const row = {
    id: intent.credentialId,
    issuer: intent.issuer,
    achievementId: intent.achievementId,
    language: intent.language,
    disclosure: disclosureOf(intent),
    document: artefacts.document,
    joseJwt: keptJwt(artefacts.joseJwt),
    rsaJwt: null,
    rsaKeyId: intent.rsaKeyId,
    visible: intent.visible,
    state: 'active' as const,
    stateSince: null,
    endorses: endorsedBy(signing, intent),
    statusList: intent.statusList,
    statusIndex: intent.statusIndex,
    validFrom: stringAt(document, 'validFrom') ?? '',
    validUntil: stringAt(document, 'validUntil'),
    mayIncludeMinors: intent.mayIncludeMinors,
    logged: true,
  };
  return { row, artefacts };
}

/** What its subject is. */
function endorsedBy({ origin }: Signing, { endorsement, document }: Intent): string | null {
  return endorsement === null || document === null ? null : endorsedIdIn(origin, document);
}

function disclosureOf({ disclosure }: Intent): Disclosure {
  const known = DISCLOSURES.find((mode) => mode === disclosure);
  if (known === undefined) throw new Error('an intent of an unknown disclosure mode');
  return known;
}

/**
 * Has what was published say what was said of its award meanwhile: that it is revoked, suspended or
 * superseded; and erases it where its holder was, where it says a user name that changed, and where it is
 * or holds an endorsement that was taken back. Either whoever said so saw the published credential or this
 * sees the award; and as the intents still stand as recorded, a crash before the end has it looked at again.
 */
async function standOvertaken(
  signing: Signing,
  published: readonly SignedCredential[],
): Promise<void> {
  const ids = published.map(({ row }) => row.id);
  const overtaken = await signing.privateStore
    .select({
      credentialId: intents.credentialId,
      awardId: intents.awardId,
      award: awards.state,
    })
    .from(intents)
    .leftJoin(awards, eq(awards.id, intents.awardId))
    .where(
      and(
        inArray(intents.credentialId, inSet(ids)),
        // Learner records and endorsements are made from no award of their own.
        ne(intents.awardId, ''),
        or(
          isNull(awards.id),
          eq(awards.state, 'revoked'),
          isNotNull(awards.suspendedAtSeconds),
          isNotNull(awards.supersededBy),
          // Terms that may be other than their signed days say.
          inArray(awards.termState, ['on_break', 'stepped_down']),
        ),
      ),
    );
  const erased = overtaken.filter(({ award }) => award === null);
  await eraseBytes(
    signing,
    erased.map(({ credentialId }) => credentialId),
  );
  const revoked = overtaken.filter(({ award }) => award === 'revoked');
  if (revoked.length > 0) {
    await revokeCredentials(
      signing,
      revoked.map(({ credentialId }) => credentialId),
    );
  }
  const others = overtaken.filter(({ award }) => award !== null && award !== 'revoked');
  for (const awardId of new Set(others.map(({ awardId }) => awardId))) {
    await standAward(signing, awardId);
  }
  await eraseBytes(signing, await publishedThoughTakenBack(signing, ids));
  const embedding = published.filter(({ artefacts }) => artefacts.document.includes(EMBEDDED));
  await eraseBytes(
    signing,
    await publishedWithTakenBack(
      signing,
      embedding.map(({ row }) => row.id),
    ),
  );
  await eraseNames(signing, await publishedWithFormerName(signing, ids));
}

async function markReleased(signing: Signing, ids: readonly string[]): Promise<void> {
  await signing.privateStore
    .update(intents)
    .set({ state: 'released', document: null })
    .where(and(inArray(intents.credentialId, inSet(ids)), eq(intents.state, 'recorded')));
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
