import { AwardRequest, MAX_AWARD_REQUEST_BYTES } from '@laurel/contracts/award-request';
import { RevocationRequest } from '@laurel/contracts/revocation-request';
import { stateForIssuer } from '@laurel/core/award';
import type { TokenScope } from '@laurel/core/issuer';
import { mediaTypeOf } from '@laurel/http/media-type';
import { readBody } from '@laurel/http/read-body';
import { parseJson, readJson } from '@laurel/http/read-json';
import { readerOf } from '@laurel/http/reader';
import { awards, batches } from '@laurel/store/private/desk';
import { and, eq } from 'drizzle-orm';
import { Hono } from 'hono';
import type { DeskApp, DeskContext } from '../app-context.ts';
import { acceptBatch, batchOfKey } from '../awarding/accept-batch.ts';
import { cancelAward, revokeAward } from '../awarding/end-award.ts';
import { sha256Hex } from '../digest.ts';
import type { Desk } from '../env.ts';
import { actorForIssuer, actorForThing } from './actor.ts';
import { batchReport } from './report.ts';
import { batchAccepted, onlyAllowing, privateJson, refusal } from './respond.ts';

/** Any visible ASCII, as other services take it. */
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/;

const MAX_REVOCATION_BYTES = 1_024;

/** Awarding, and what becomes of awards. */
export const awardingApi = new Hono<DeskApp>();

awardingApi.post('/issuers/:slug/awards', async (context) => {
  const { desk } = context.var;
  const actor = await actorForIssuer(context, context.req.param('slug'), 'awards:write');
  if (!actor.ok) return refusal(context, actor.failure);
  const key = context.req.header('idempotency-key') ?? '';
  if (!IDEMPOTENCY_KEY.test(key)) return refusal(context, { reason: 'idempotency_key_missing' });
  if (mediaTypeOf(context.req.header('content-type') ?? null) !== 'application/json') {
    return refusal(context, {
      reason: 'media_type_unsupported',
      accepted: ['application/json'],
    });
  }
  const body = await readBody(context.req.raw, MAX_AWARD_REQUEST_BYTES);
  if (!body.ok) return refusal(context, body.failure);

  const idempotent = { key, bodyHash: await sha256Hex(body.value) };
  const before = await batchOfKey(desk, actor.value.issuer, idempotent);
  if (!before.ok) return refusal(context, before.failure);
  if (before.value !== null) return batchAccepted(desk.origin, before.value);

  const request = parseJson(body.value, AwardRequest);
  if (!request.ok) return refusal(context, request.failure);
  const batch = await acceptBatch(desk, actor.value, request.value, idempotent);
  return batch.ok ? batchAccepted(desk.origin, batch.value) : refusal(context, batch.failure);
});

awardingApi.get('/batches/:id', async (context) => {
  const { desk } = context.var;
  const actor = await actorForThing(
    context,
    'awards:read',
    () => issuerOfBatch(desk, context.req.param('id')),
    { reason: 'batch_unknown' },
  );
  if (!actor.ok) return refusal(context, actor.failure);
  const report = await batchReport(
    desk,
    actor.value.issuer,
    context.req.param('id'),
    readerOf(context.req.raw).messages,
  );
  if (report === null) return refusal(context, { reason: 'batch_unknown' });
  const busy = report.counts.queued > 0;
  return privateJson(report, { headers: busy ? { 'retry-after': '1' } : {} });
});

awardingApi.get('/awards/:id', async (context) => {
  const { desk } = context.var;
  const actor = await actorForAward(context, 'awards:read');
  if (!actor.ok) return refusal(context, actor.failure);
  const [award] = await desk.store
    .select()
    .from(awards)
    .where(and(eq(awards.id, context.req.param('id')), eq(awards.issuer, actor.value.issuer)));
  if (award === undefined) return refusal(context, { reason: 'award_unknown' });
  return privateJson({
    award: award.id,
    batch: award.batchId,
    achievement: award.achievementSlug,
    state: stateForIssuer(award.state),
    consent: award.consent,
    period: award.periodStart === '' ? null : { start: award.periodStart, end: award.periodEnd },
    hours: award.hours,
    ...(award.revocationReason === null ? {} : { reason: award.revocationReason }),
  });
});

awardingApi.post('/awards/:id/revocation', async (context) => {
  const { desk } = context.var;
  const actor = await actorForAward(context, 'awards:revoke');
  if (!actor.ok) return refusal(context, actor.failure);
  const request = await readJson(context.req.raw, RevocationRequest, MAX_REVOCATION_BYTES);
  if (!request.ok) return refusal(context, request.failure);
  const award = context.req.param('id');
  const { reason } = request.value;
  const revoked = await revokeAward(desk, actor.value, award, reason);
  return revoked.ok
    ? privateJson({ award, state: 'revoked', reason })
    : refusal(context, revoked.failure);
});

awardingApi.post('/awards/:id/cancellation', async (context) => {
  const { desk } = context.var;
  const actor = await actorForAward(context, 'awards:write');
  if (!actor.ok) return refusal(context, actor.failure);
  const award = context.req.param('id');
  const cancelled = await cancelAward(desk, actor.value, award);
  return cancelled.ok
    ? privateJson({ award, state: 'closed' })
    : refusal(context, cancelled.failure);
});

awardingApi.all('/issuers/:slug/awards', onlyAllowing('POST'));
awardingApi.all('/batches/:id', onlyAllowing('GET'));
awardingApi.all('/awards/:id', onlyAllowing('GET'));
awardingApi.all('/awards/:id/revocation', onlyAllowing('POST'));
awardingApi.all('/awards/:id/cancellation', onlyAllowing('POST'));

function actorForAward(context: DeskContext, scope: TokenScope) {
  const { desk } = context.var;
  const id = context.req.param('id') ?? '';
  return actorForThing(context, scope, () => issuerOfAward(desk, id), { reason: 'award_unknown' });
}

async function issuerOfBatch({ store }: Desk, id: string): Promise<string | null> {
  const [batch] = await store
    .select({ issuer: batches.issuer })
    .from(batches)
    .where(eq(batches.id, id));
  return batch?.issuer ?? null;
}

async function issuerOfAward({ store }: Desk, id: string): Promise<string | null> {
  const [award] = await store
    .select({ issuer: awards.issuer })
    .from(awards)
    .where(eq(awards.id, id));
  return award?.issuer ?? null;
}
