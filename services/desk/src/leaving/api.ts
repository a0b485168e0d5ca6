import { LeavingRequest } from '@laurel/contracts/leaving-request';
import { readJson } from '@laurel/http/read-json';
import { Hono } from 'hono';
import { actorForIssuer } from '../api/actor.ts';
import { onlyAllowing, privateJson, refusal } from '../api/respond.ts';
import type { DeskApp } from '../app-context.ts';
import { findLeaving, setLeaving } from './leaving.ts';

const MAX_REQUEST_BYTES = 512 * 1024;

const LEAVING = '/issuers/:slug/achievements/:achievement/leaving';

/** The API of what an issuer says and asks of whoever leaves a role. */
export const leavingApi = new Hono<DeskApp>();

leavingApi.get(LEAVING, async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'awards:read');
  if (!actor.ok) return refusal(c, actor.failure);
  const found = await findLeaving(c.var.desk, actor.value.issuer, c.req.param('achievement'));
  if (found === null) return refusal(c, { reason: 'page_unknown' });
  const { thanks, items, offersAward } = found;
  return privateJson({ thanks, items, offersAward });
});

leavingApi.put(LEAVING, async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'issuer:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const request = await readJson(c.req.raw, LeavingRequest, MAX_REQUEST_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const set = await setLeaving(c.var.desk, actor.value, c.req.param('achievement'), request.value);
  return set.ok ? new Response(null, { status: 204 }) : refusal(c, set.failure);
});

leavingApi.all(LEAVING, onlyAllowing('GET', 'PUT'));
