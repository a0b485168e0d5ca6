import { AwardRequest, MAX_AWARD_REQUEST_BYTES } from '@laurel/contracts/award-request';
import { mediaTypeOf } from '@laurel/http/media-type';
import { readBody } from '@laurel/http/read-body';
import { parseJson } from '@laurel/http/read-json';
import { Hono } from 'hono';
import type { DeskApp } from '../app-context.ts';
import { acceptBatch, batchOfKey } from '../awarding/accept-batch.ts';
import { sha256Hex } from '../digest.ts';
import { actorForIssuer, orAsTrainer } from './actor.ts';
import { batchAccepted, onlyAllowing, refusal } from './respond.ts';

/** Any visible ASCII, as other services take it. */
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/;

/** Awarding. */
export const awardingApi = new Hono<DeskApp>();

awardingApi.post('/issuers/:slug/awards', async (context) => {
  const { desk } = context.var;
  const actor = await actorForIssuer(
    context,
    context.req.param('slug'),
    'awards:write',
    orAsTrainer,
  );
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

  // Apart from the keys that the desk itself draws, such as those of corrections.
  const idempotent = { key: `request:${key}`, bodyHash: await sha256Hex(body.value) };
  const before = await batchOfKey(desk, actor.value.issuer, idempotent);
  if (!before.ok) return refusal(context, before.failure);
  if (before.value !== null) return batchAccepted(desk.origin, before.value);

  const request = parseJson(body.value, AwardRequest);
  if (!request.ok) return refusal(context, request.failure);
  const batch = await acceptBatch(desk, actor.value, request.value, idempotent);
  return batch.ok ? batchAccepted(desk.origin, batch.value) : refusal(context, batch.failure);
});

awardingApi.all('/issuers/:slug/awards', onlyAllowing('POST'));
