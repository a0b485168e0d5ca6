import { type IssueRequest, paperRequestKey } from '@laurel/contracts/signer-rpc';
import { credentialUrl, statusListUrl } from '@laurel/core/addresses';
import type { Failure } from '@laurel/core/failure';
import { openBadge } from '@laurel/core/open-badge';
import { ok, type Result, refuse } from '@laurel/core/result';
import { inSet } from '@laurel/store/in-set';
import { rowsToInsert } from '@laurel/store/insert-rows';
import { intents } from '@laurel/store/private/schema';
import { inArray } from 'drizzle-orm';
import { atHome } from '../databases.ts';
import { type Embedded, embedEndorsements } from '../endorsements/embed.ts';
import type { Signing } from '../env.ts';
import { freshIdIn, freshUrn } from '../fresh-id.ts';
import { currentKey, keysOf } from '../keys/load.ts';
import { reserveStatusEntries, type StatusPlace } from '../status/reserve.ts';
import { type AwardToSign, factsToSign, type UnnumberedFacts } from './facts.ts';
import { loadAwards } from './load-awards.ts';
import { requestHash } from './request-hash.ts';

export type Intent = typeof intents.$inferSelect;

/**
 * Records what is about to be signed, with every id and time frozen, and answers the intent of each
 * request: the one recorded now, or the one that the same request recorded before. What was released
 * stays released; what was only recorded is judged anew.
 */
export async function recordIntents(
  signing: Signing,
  requests: readonly IssueRequest[],
): Promise<readonly Result<Intent, Failure>[]> {
  const hashes = await Promise.all(requests.map(requestHash));
  const before = await intentsOf(signing, requests);
  const found = await loadAwards(
    signing,
    requests.map(({ awardId }) => awardId),
  );
  const judged = requests.map((request): Result<Judged, Failure> => {
    const award = found.get(request.awardId);
    if (award === undefined) return refuse({ reason: 'award_unknown' });
    const facts = factsToSign(request, award, signing.origin, signing.nowSeconds);
    return facts.ok ? ok({ award, facts: facts.value }) : facts;
  });
  const toRecord: ToRecord[] = [];
  for (const [at, request] of requests.entries()) {
    const one = judged[at];
    const hash = hashes[at];
    if (one?.ok !== true || hash === undefined || before.has(request.requestKey)) continue;
    const embedded = await embeddedIn(signing, request, one.value.award);
    if (embedded.ok) toRecord.push({ request, hash, embedded: embedded.value, ...one.value });
    else judged[at] = embedded;
  }
  const recorded = new Map<string, Intent>();
  for (const slug of new Set(toRecord.map(({ award }) => award.issuer.slug))) {
    const ofIssuer = toRecord.filter(({ award }) => award.issuer.slug === slug);
    for (const intent of await insertIntents(await atHome(signing, slug), slug, ofIssuer)) {
      recorded.set(intent.requestKey, intent);
    }
  }
  const others = requests.filter(({ requestKey }) => !recorded.has(requestKey));
  for (const [requestKey, intent] of await intentsOf(signing, others)) {
    recorded.set(requestKey, intent);
  }
  return requests.map((request, at) => {
    const intent = recorded.get(request.requestKey);
    const one = judged[at];
    if (intent !== undefined && intent.requestHash !== hashes[at]) {
      return refuse({ reason: 'idempotency_key_reused' });
    }
    if (intent?.state === 'released') return ok(intent);
    if (one?.ok === false) return one;
    return intent?.state === 'recorded' ? ok(intent) : refuse({ reason: 'signing_interrupted' });
  });
}

type Judged = { readonly award: AwardToSign; readonly facts: UnnumberedFacts };
type ToRecord = Judged & {
  readonly request: IssueRequest;
  readonly hash: string;
  /** Null where nothing is in it. */
  readonly embedded: Embedded | null;
};

/** What others say of it is signed before: it stands in what is recorded. */
async function embeddedIn(
  signing: Signing,
  { requestKey, language, endorsementIds = [] }: IssueRequest,
  { award, issuer }: AwardToSign,
): Promise<Result<Embedded | null, Failure>> {
  if (endorsementIds.length === 0) return ok(null);
  return embedEndorsements(await atHome(signing, issuer.slug), {
    awardId: award.id,
    holderAccountId: award.accountId,
    language,
    mayIncludeMinors: award.mayIncludeMinors,
    demonstration: issuer.demonstration,
    requestKey,
    endorsementIds: [...new Set(endorsementIds)],
  });
}

async function intentsOf(
  signing: Signing,
  requests: readonly IssueRequest[],
): Promise<ReadonlyMap<string, Intent>> {
  if (requests.length === 0) return new Map();
  const rows = await signing.privateStore
    .select()
    .from(intents)
    .where(inArray(intents.requestKey, inSet(requests.map(({ requestKey }) => requestKey))));
  return new Map(rows.map((row) => [row.requestKey, row]));
}

/** Answers those that were recorded now: not what the same request had recorded meanwhile. */
async function insertIntents(
  signing: Signing,
  slug: string,
  toRecord: readonly ToRecord[],
): Promise<readonly Intent[]> {
  const keys = await keysOf(signing, slug);
  const ed25519KeyId = currentKey(keys, 'Ed25519').id;
  const rsaKeyId = currentKey(keys, 'RS256').id;
  const places = await reserveStatusEntries(signing, slug, toRecord.length);

  const wanted = toRecord.map(({ request, hash, embedded, award: { award }, facts }, at) => {
    const place = places[at];
    if (place === undefined) throw new Error('fewer status entries than were asked for');
    const credentialId = embedded?.credentialId ?? freshIdIn(signing);
    return {
      credentialId,
      requestKey: request.requestKey,
      requestHash: hash,
      awardId: award.id,
      recordHolder: null,
      endorsement: null,
      issuer: slug,
      achievementId: award.achievementId,
      language: request.language,
      disclosure: request.disclosure,
      // Consent on paper is to one credential. What holders make themselves they also show themselves.
      visible: award.consent === 'paper' && request.requestKey === paperRequestKey(award.id),
      mayIncludeMinors: award.mayIncludeMinors,
      document: documentOf(signing, credentialId, facts, embedded, place),
      ed25519KeyId,
      rsaKeyId,
      statusList: place.list,
      statusIndex: place.index,
      recordedAtSeconds: signing.nowSeconds,
      state: 'recorded' as const,
      saidFormerName: false,
      lostEndorsement: false,
    };
  });
  const [first, ...rest] = rowsToInsert(intents, wanted, ['document']).map((rows) =>
    signing.privateStore
      .insert(intents)
      .select(rows)
      .onConflictDoNothing()
      .returning({ id: intents.credentialId }),
  );
  if (first === undefined) return [];
  const inserted = await signing.privateStore.batch([first, ...rest]);
  const ids = new Set(inserted.flat().map(({ id }) => id));
  return wanted.filter(({ credentialId }) => ids.has(credentialId));
}

function documentOf(
  signing: Signing,
  credentialId: string,
  facts: UnnumberedFacts,
  embedded: Embedded | null,
  place: StatusPlace,
) {
  return openBadge({
    ...facts,
    ...(embedded === null ? {} : { endorsements: embedded.documents }),
    url: credentialUrl(signing.origin, credentialId),
    subjectId: freshUrn(),
    evidence: facts.evidence.map((evidence) => ({ id: freshUrn(), ...evidence })),
    status: { listUrl: statusListUrl(signing.origin, place.list), index: place.index },
  });
}
