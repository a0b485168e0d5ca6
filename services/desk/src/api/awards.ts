import { AwardRequest, MAX_AWARD_REQUEST_BYTES } from '@laurel/contracts/award-request';
import { RevocationRequest } from '@laurel/contracts/revocation-request';
import { stateForIssuer } from '@laurel/core/award';
import { mediaTypeOf } from '@laurel/http/media-type';
import { readBody } from '@laurel/http/read-body';
import { parseJson, readJson } from '@laurel/http/read-json';
import { readerOf } from '@laurel/http/reader';
import { awards } from '@laurel/store/private/desk';
import { and, eq } from 'drizzle-orm';
import { Hono } from 'hono';
import type { DeskApp } from '../app-context.ts';
import { acceptBatch, batchOfKey } from '../awarding/accept-batch.ts';
import { cancelAward, revokeAward } from '../awarding/end-award.ts';
import { sha256Hex } from '../digest.ts';
import { bearerOf } from './bearer.ts';
import { openApi } from './openapi.ts';
import { batchReport } from './report.ts';
import { onlyAllowing, refusal } from './respond.ts';

/** Any visible ASCII, as other services take it. */
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/;

const MAX_REVOCATION_BYTES = 1_024;

/** The JSON API for awarding, under `/api/v1`. */
export const apiRoutes = new Hono<DeskApp>();

apiRoutes.post('/issuers/:slug/awards', async (context) => {
  const { desk } = context.var;
  const bearer = await bearerOf(desk, context.req.header('authorization'), 'awards:write');
  if (!bearer.ok) return refusal(context, bearer.failure);
  if (bearer.value.issuer !== context.req.param('slug')) {
    return refusal(context, { reason: 'token_foreign' });
  }
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
  const before = await batchOfKey(desk, bearer.value.issuer, idempotent);
  if (!before.ok) return refusal(context, before.failure);
  if (before.value !== null) return accepted(desk.origin, before.value);

  const request = parseJson(body.value, AwardRequest);
  if (!request.ok) return refusal(context, request.failure);
  const batch = await acceptBatch(desk, bearer.value, request.value, idempotent);
  return batch.ok ? accepted(desk.origin, batch.value) : refusal(context, batch.failure);
});

function accepted(origin: string, batch: string): Response {
  const url = `${origin}/api/v1/batches/${batch}`;
  return Response.json({ batch, url }, { status: 202, headers: { location: url, ...NO_STORE } });
}

const NO_STORE = { 'cache-control': 'no-store' };

apiRoutes.get('/batches/:id', async (context) => {
  const { desk } = context.var;
  const bearer = await bearerOf(desk, context.req.header('authorization'), 'awards:read');
  if (!bearer.ok) return refusal(context, bearer.failure);
  const report = await batchReport(
    desk,
    bearer.value.issuer,
    context.req.param('id'),
    readerOf(context.req.raw).messages,
  );
  if (report === null) return refusal(context, { reason: 'batch_unknown' });
  const busy = report.counts.queued > 0;
  return Response.json(report, {
    headers: { ...NO_STORE, ...(busy ? { 'retry-after': '1' } : {}) },
  });
});

apiRoutes.get('/awards/:id', async (context) => {
  const { desk } = context.var;
  const bearer = await bearerOf(desk, context.req.header('authorization'), 'awards:read');
  if (!bearer.ok) return refusal(context, bearer.failure);
  const [award] = await desk.store
    .select()
    .from(awards)
    .where(and(eq(awards.id, context.req.param('id')), eq(awards.issuer, bearer.value.issuer)));
  if (award === undefined) return refusal(context, { reason: 'award_unknown' });
  return Response.json(
    {
      award: award.id,
      batch: award.batchId,
      achievement: award.achievementSlug,
      state: stateForIssuer(award.state),
      consent: award.consent,
      period: award.periodStart === '' ? null : { start: award.periodStart, end: award.periodEnd },
      hours: award.hours,
      ...(award.revocationReason === null ? {} : { reason: award.revocationReason }),
    },
    { headers: NO_STORE },
  );
});

apiRoutes.post('/awards/:id/revocation', async (context) => {
  const { desk } = context.var;
  const bearer = await bearerOf(desk, context.req.header('authorization'), 'awards:revoke');
  if (!bearer.ok) return refusal(context, bearer.failure);
  const request = await readJson(context.req.raw, RevocationRequest, MAX_REVOCATION_BYTES);
  if (!request.ok) return refusal(context, request.failure);
  const award = context.req.param('id');
  const { reason } = request.value;
  const revoked = await revokeAward(desk, bearer.value, award, reason);
  return revoked.ok
    ? Response.json({ award, state: 'revoked', reason }, { headers: NO_STORE })
    : refusal(context, revoked.failure);
});

apiRoutes.post('/awards/:id/cancellation', async (context) => {
  const { desk } = context.var;
  const bearer = await bearerOf(desk, context.req.header('authorization'), 'awards:write');
  if (!bearer.ok) return refusal(context, bearer.failure);
  const award = context.req.param('id');
  const cancelled = await cancelAward(desk, bearer.value, award);
  return cancelled.ok
    ? Response.json({ award, state: 'closed' }, { headers: NO_STORE })
    : refusal(context, cancelled.failure);
});

apiRoutes.get('/openapi.json', (context) =>
  Response.json(openApi(context.var.desk.origin), {
    headers: { 'cache-control': 'public, max-age=300' },
  }),
);

apiRoutes.all('/issuers/:slug/awards', onlyAllowing('POST'));
apiRoutes.all('/batches/:id', onlyAllowing('GET'));
apiRoutes.all('/awards/:id', onlyAllowing('GET'));
apiRoutes.all('/awards/:id/revocation', onlyAllowing('POST'));
apiRoutes.all('/awards/:id/cancellation', onlyAllowing('POST'));
apiRoutes.all('/openapi.json', onlyAllowing('GET'));
