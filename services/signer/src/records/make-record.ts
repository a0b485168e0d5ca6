import type { RecordRequest } from '@laurel/contracts/signer-rpc';
import { credentialUrl, statusListUrl } from '@laurel/core/addresses';
import { dayOf } from '@laurel/core/day';
import type { Failure } from '@laurel/core/failure';
import { RECORD_OWNER } from '@laurel/core/key-owners';
import { learnerRecord, MAX_RECORD_CREDENTIALS } from '@laurel/core/learner-record';
import { ok, type Result, refuse } from '@laurel/core/result';
import { messagesFor } from '@laurel/i18n/messages';
import { recordLanguages } from '@laurel/i18n/record-languages';
import { intents } from '@laurel/store/private/schema';
import { valuesWithinBounds } from '@laurel/verification/bounds';
import { eq } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { freshId, freshUrn } from '../fresh-id.ts';
import { completeRsaJwts } from '../issue/complete-rsa.ts';
import type { Intent } from '../issue/record.ts';
import { releaseIntents } from '../issue/release.ts';
import { currentKey, keysOf } from '../keys/load.ts';
import { reserveStatusEntries } from '../status/reserve.ts';
import { type HeldToSign, judgeHeld } from './judge-held.ts';
import { recordHash } from './record-hash.ts';
import { establishRecords } from './service-keys.ts';

/**
 * Makes a learner record of credentials that the account holds: it reads them itself, records what it is about
 * to sign, signs, verifies and releases, its link off. The same request twice gives the same record.
 */
export async function makeRecord(
  signing: Signing,
  request: RecordRequest,
): Promise<Result<string, Failure>> {
  const unique = { ...request, credentialIds: [...new Set(request.credentialIds)] };
  const hash = await recordHash(unique);
  const before = await intentOf(signing, request.requestKey);
  if (before !== null) return finish(signing, before, hash);
  const held = await judgeHeld(signing, unique.holderAccountId, unique.credentialIds);
  if (!held.ok) return held;
  const available = recordLanguages(held.value.isDemonstration);
  if (!available.includes(unique.language)) {
    return refuse({ reason: 'language_unavailable', pointer: '/language', available });
  }
  await establishRecords(signing);
  const intent = await newIntent(signing, unique, hash, held.value);
  if (!valuesWithinBounds(intent.document).ok) {
    return refuse({ reason: 'record_too_large', most: MAX_RECORD_CREDENTIALS });
  }
  await signing.privateStore.insert(intents).values(intent).onConflictDoNothing();
  const recorded = await intentOf(signing, request.requestKey);
  if (recorded === null) throw new Error('an intent that was just recorded is gone');
  return finish(signing, recorded, hash);
}

async function finish(
  signing: Signing,
  intent: Intent,
  hash: string,
): Promise<Result<string, Failure>> {
  if (intent.requestHash !== hash) return refuse({ reason: 'idempotency_key_reused' });
  const id = intent.credentialId;
  if (intent.state === 'released') return ok(id);
  const released = await releaseIntents(signing, [intent]);
  if (!released.has(id)) return refuse({ reason: 'signing_interrupted' });
  await completeRsaJwts(signing, [id]);
  return ok(id);
}

async function intentOf({ privateStore }: Signing, requestKey: string): Promise<Intent | null> {
  const [row] = await privateStore.select().from(intents).where(eq(intents.requestKey, requestKey));
  return row ?? null;
}

async function newIntent(
  signing: Signing,
  { requestKey, holderAccountId, title, language }: RecordRequest,
  requestHash: string,
  { documents, disclosure, mayIncludeMinors }: HeldToSign,
) {
  const keys = await keysOf(signing, RECORD_OWNER);
  const [place] = await reserveStatusEntries(signing, RECORD_OWNER, 1);
  if (place === undefined) throw new Error('no status entry for a record');
  const credentialId = freshId();
  const { origin, nowSeconds } = signing;
  return {
    credentialId,
    requestKey,
    requestHash,
    awardId: '',
    recordHolder: holderAccountId,
    issuer: RECORD_OWNER,
    achievementId: '',
    language,
    disclosure,
    visible: false,
    mayIncludeMinors,
    document: learnerRecord({
      origin,
      url: credentialUrl(origin, credentialId),
      subjectId: freshUrn(),
      title,
      description: messagesFor(language).message('signed-record'),
      validFrom: dayOf(nowSeconds),
      held: documents,
      status: { listUrl: statusListUrl(origin, place.list), index: place.index },
    }),
    ed25519KeyId: currentKey(keys, 'Ed25519').id,
    rsaKeyId: currentKey(keys, 'RS256').id,
    statusList: place.list,
    statusIndex: place.index,
    recordedAtSeconds: nowSeconds,
    state: 'recorded' as const,
  };
}
