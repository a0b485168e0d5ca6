import { WebhookRequest } from '@laurel/contracts/webhook-request';
import { readJson } from '@laurel/http/read-json';
import { Hono } from 'hono';
import { actorForIssuer } from '../api/actor.ts';
import { onlyAllowing, privateJson, refusal } from '../api/respond.ts';
import type { DeskApp, DeskContext } from '../app-context.ts';
import { pageAsked, pagesIn } from '../page/paging.tsx';
import { endWebhook } from './end-webhook.ts';
import { makeWebhook } from './make-webhook.ts';
import {
  findWebhook,
  listDeliveries,
  listWebhooks,
  type ShownDelivery,
  type ShownWebhook,
} from './read-webhooks.ts';
import { rollSecret } from './roll-secret.ts';
import { sendAgain, sendTest } from './send-by-hand.ts';

const MAX_REQUEST_BYTES = 8_192;

/** The API of webhooks. */
export const webhookApi = new Hono<DeskApp>();

webhookApi.get('/issuers/:slug/webhooks', async (c) => {
  const actor = await actorFor(c);
  if (!actor.ok) return refusal(c, actor.failure);
  const page = pageAsked(c.req.raw);
  const { webhooks, total } = await listWebhooks(c.var.desk, actor.value.issuer, page);
  const pages = pagesIn(total);
  return privateJson({ page, pages, total, webhooks: webhooks.map(told) });
});

webhookApi.post('/issuers/:slug/webhooks', async (c) => {
  const actor = await actorFor(c);
  if (!actor.ok) return refusal(c, actor.failure);
  const request = await readJson(c.req.raw, WebhookRequest, MAX_REQUEST_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const made = await makeWebhook(c.var.desk, actor.value, request.value);
  if (!made.ok) return refusal(c, made.failure);
  const { id: webhook, secret } = made.value;
  return withSecret(201, { webhook, secret });
});

webhookApi.get('/issuers/:slug/webhooks/:id', async (c) => {
  const actor = await actorFor(c);
  if (!actor.ok) return refusal(c, actor.failure);
  const webhook = await findWebhook(c.var.desk, actor.value.issuer, c.req.param('id'));
  return webhook === null ? refusal(c, { reason: 'webhook_unknown' }) : privateJson(told(webhook));
});

webhookApi.delete('/issuers/:slug/webhooks/:id', async (c) => {
  const actor = await actorFor(c);
  if (!actor.ok) return refusal(c, actor.failure);
  const ended = await endWebhook(c.var.desk, actor.value, c.req.param('id'));
  return ended ? new Response(null, { status: 204 }) : refusal(c, { reason: 'webhook_unknown' });
});

webhookApi.post('/issuers/:slug/webhooks/:id/secret', async (c) => {
  const actor = await actorFor(c);
  if (!actor.ok) return refusal(c, actor.failure);
  const webhook = c.req.param('id');
  const secret = await rollSecret(c.var.desk, actor.value, webhook);
  return secret === null
    ? refusal(c, { reason: 'webhook_unknown' })
    : withSecret(200, { webhook, secret });
});

webhookApi.get('/issuers/:slug/webhooks/:id/deliveries', async (c) => {
  const { desk } = c.var;
  const actor = await actorFor(c);
  if (!actor.ok) return refusal(c, actor.failure);
  const webhook = await findWebhook(desk, actor.value.issuer, c.req.param('id'));
  if (webhook === null) return refusal(c, { reason: 'webhook_unknown' });
  const page = pageAsked(c.req.raw);
  const { total, deliveries } = await listDeliveries(desk, webhook.id, page);
  const pages = pagesIn(total);
  return privateJson({ page, pages, total, deliveries: deliveries.map(toldDelivery) });
});

webhookApi.post('/issuers/:slug/webhooks/:id/deliveries', async (c) => {
  const actor = await actorFor(c);
  if (!actor.ok) return refusal(c, actor.failure);
  const sent = await sendTest(c.var.desk, actor.value, c.req.param('id'));
  return sent.ok
    ? Response.json(
        { delivery: sent.value },
        { status: 202, headers: { 'cache-control': 'no-store' } },
      )
    : refusal(c, sent.failure);
});

webhookApi.post('/issuers/:slug/webhooks/:id/deliveries/:delivery/again', async (c) => {
  const actor = await actorFor(c);
  if (!actor.ok) return refusal(c, actor.failure);
  const { id, delivery } = c.req.param();
  const again = await sendAgain(c.var.desk, actor.value, id, delivery);
  return again.ok ? new Response(null, { status: 204 }) : refusal(c, again.failure);
});

webhookApi.all('/issuers/:slug/webhooks', onlyAllowing('GET', 'POST'));
webhookApi.all('/issuers/:slug/webhooks/:id', onlyAllowing('GET', 'DELETE'));
webhookApi.all('/issuers/:slug/webhooks/:id/secret', onlyAllowing('POST'));
webhookApi.all('/issuers/:slug/webhooks/:id/deliveries', onlyAllowing('GET', 'POST'));
webhookApi.all('/issuers/:slug/webhooks/:id/deliveries/:delivery/again', onlyAllowing('POST'));

function actorFor(c: DeskContext) {
  return actorForIssuer(c, c.req.param('slug') ?? '', 'webhooks:write');
}

function withSecret(status: 200 | 201, value: { webhook: string; secret: string }): Response {
  return Response.json(value, { status, headers: { 'cache-control': 'no-store' } });
}

function told(webhook: ShownWebhook) {
  const { id, url, events, createdAtSeconds, endedAtSeconds, endedBy, failures } = webhook;
  return {
    webhook: id,
    url,
    events,
    createdAt: moment(createdAtSeconds),
    endedAt: endedAtSeconds === null ? null : moment(endedAtSeconds),
    endedBy,
    failures,
  };
}

function toldDelivery(delivery: ShownDelivery) {
  const { id, event, createdAtSeconds, attempts, state, lastAnswer, lastAttemptAtSeconds } =
    delivery;
  return {
    delivery: id,
    event,
    createdAt: moment(createdAtSeconds),
    state,
    attempts,
    lastAnswer,
    lastAttemptAt: lastAttemptAtSeconds === null ? null : moment(lastAttemptAtSeconds),
  };
}

function moment(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
