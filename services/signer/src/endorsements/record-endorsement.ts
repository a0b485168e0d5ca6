import { behaviourOf } from '@laurel/catalogue/behaviours';
import { credentialUrl, statusListUrl } from '@laurel/core/addresses';
import { dayOf } from '@laurel/core/day';
import { endorsedName, endorsementCredential } from '@laurel/core/endorsement';
import type { Failure } from '@laurel/core/failure';
import { RECORD_OWNER } from '@laurel/core/key-owners';
import { textIn } from '@laurel/core/language';
import { ok, type Result, refuse } from '@laurel/core/result';
import { matchingTag } from '@laurel/i18n/matching-tag';
import { messagesFor } from '@laurel/i18n/messages';
import { recordLanguages } from '@laurel/i18n/record-languages';
import { accounts, type endorsements, intents } from '@laurel/store/private/schema';
import { eq } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { freshIdIn, freshUrn } from '../fresh-id.ts';
import type { Intent } from '../issue/record.ts';
import { currentKey, keysOf } from '../keys/load.ts';
import { establishRecords } from '../records/service-keys.ts';
import { reserveStatusEntries } from '../status/reserve.ts';
import type { EndorsedCredential } from './endorsed-credential.ts';

export type AcceptedEndorsement = typeof endorsements.$inferSelect;

/** Records what is about to be signed of an endorsement, or finds what the same request recorded before. */
export async function recordEndorsement(
  signing: Signing,
  row: AcceptedEndorsement,
  credential: EndorsedCredential,
  requestKey: string,
): Promise<Result<Intent, Failure>> {
  const before = await intentOf(signing, requestKey);
  if (before !== null) return ok(before);
  // A name can lead to whoever stood beside its bearer: not where minors may be among them.
  const disclosure = credential.mayIncludeMinors ? 'none' : row.disclosure;
  const username = disclosure === 'account' ? await usernameOf(signing, row) : null;
  if (disclosure === 'account' && username === null) {
    return refuse({ reason: 'account_name_unknown' });
  }
  await establishRecords(signing);
  const keys = await keysOf(signing, RECORD_OWNER);
  const [place] = await reserveStatusEntries(signing, RECORD_OWNER, 1);
  if (place === undefined) throw new Error('no status entry for an endorsement');
  const credentialId = freshIdIn(signing);
  const intent = {
    credentialId,
    requestKey,
    requestHash: '',
    awardId: '',
    endorsement: row.id,
    issuer: RECORD_OWNER,
    achievementId: '',
    language: row.language,
    disclosure,
    visible: true,
    mayIncludeMinors: credential.mayIncludeMinors,
    document: documentOf(signing, row, credential, {
      credentialId,
      username,
      status: { listUrl: statusListUrl(signing.origin, place.list), index: place.index },
    }),
    ed25519KeyId: currentKey(keys, 'Ed25519').id,
    rsaKeyId: currentKey(keys, 'RS256').id,
    statusList: place.list,
    statusIndex: place.index,
    recordedAtSeconds: signing.nowSeconds,
    state: 'recorded' as const,
  };
  await signing.privateStore.insert(intents).values(intent).onConflictDoNothing();
  const recorded = await intentOf(signing, requestKey);
  if (recorded === null) throw new Error('an intent that was just recorded is gone');
  return ok(recorded);
}

type Drawn = {
  readonly credentialId: string;
  readonly username: string | null;
  readonly status: { readonly listUrl: string; readonly index: number };
};

/** In the language of the story, as far as somebody has reviewed what the service says in it. */
function documentOf(
  { origin, nowSeconds }: Signing,
  row: AcceptedEndorsement,
  credential: EndorsedCredential,
  { credentialId, username, status }: Drawn,
) {
  const behaviour = behaviourOf(row.behaviour);
  if (behaviour === null) throw new Error('an endorsement of a behaviour that there is not');
  const language = matchingTag(row.language, recordLanguages(credential.demonstration)) ?? 'en';
  const { message } = messagesFor(language);
  return endorsementCredential({
    origin,
    url: credentialUrl(origin, credentialId),
    endorses: endorsedName(
      credentialUrl(origin, credential.id),
      credential.isWithin ? credentialId : null,
    ),
    behaviour: textIn(behaviour.text, [language], 'en').text,
    story: row.story,
    language: row.language,
    description: message('signed-endorsement'),
    endorser: {
      id: freshUrn(),
      username,
      narrative: message(username === null ? 'signed-endorser-none' : 'signed-endorser-account'),
    },
    validFrom: dayOf(nowSeconds),
    status,
  });
}

async function intentOf({ privateStore }: Signing, requestKey: string): Promise<Intent | null> {
  const [row] = await privateStore.select().from(intents).where(eq(intents.requestKey, requestKey));
  return row ?? null;
}

async function usernameOf(
  { privateStore }: Signing,
  { endorserAccountId }: AcceptedEndorsement,
): Promise<string | null> {
  const [account] = await privateStore
    .select({ username: accounts.username })
    .from(accounts)
    .where(eq(accounts.id, endorserAccountId));
  return account?.username ?? null;
}
