import { GrantRequest, HandoverRequest } from '@laurel/contracts/member-requests';
import { GRANTS } from '@laurel/core/issuer';
import { ok } from '@laurel/core/result';
import { readJson } from '@laurel/http/read-json';
import { Hono } from 'hono';
import { actorForIssuer } from '../api/actor.ts';
import { onlyAllowing, privateJson, refusal } from '../api/respond.ts';
import type { DeskApp } from '../app-context.ts';
import { findAccount } from './find-account.ts';
import { endGrant, giveGrant, listGrants } from './grants.ts';
import { handOver } from './hand-over.ts';

const MAX_REQUEST_BYTES = 4_096;

/** The API of members and their grants. */
export const memberApi = new Hono<DeskApp>();

memberApi.get('/issuers/:slug/members', async (c) => {
  const { desk } = c.var;
  const actor = await actorForIssuer(c, c.req.param('slug'), 'members:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const members = (await listGrants(desk, actor.value.issuer)).map(
    ({ accountId, username, grant, endsAtSeconds }) => ({
      account: accountId,
      username,
      grant,
      endsAt: new Date(endsAtSeconds * 1000).toISOString(),
    }),
  );
  return privateJson({ members });
});

memberApi.post('/issuers/:slug/members', async (c) => {
  const { desk } = c.var;
  const actor = await actorForIssuer(c, c.req.param('slug'), 'members:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const request = await readJson(c.req.raw, GrantRequest, MAX_REQUEST_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const { username, grant, days } = request.value;
  const account = await findAccount(desk, username);
  if (!account.ok) return refusal(c, account.failure);
  const given = await giveGrant(desk, actor.value, account.value, grant, days);
  return given.ok ? new Response(null, { status: 204 }) : refusal(c, given.failure);
});

memberApi.post('/issuers/:slug/members/handover', async (c) => {
  const { desk } = c.var;
  // Whoever is signed in may hand over their own; a token that only reads may not leave for its maker.
  const scope = c.req.header('authorization') === undefined ? 'awards:read' : 'members:write';
  const actor = await actorForIssuer(c, c.req.param('slug'), scope);
  if (!actor.ok) return refusal(c, actor.failure);
  const request = await readJson(c.req.raw, HandoverRequest, MAX_REQUEST_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const { member } = request.value;
  const from =
    member === undefined ? ok({ id: actor.value.accountId }) : await findAccount(desk, member);
  if (!from.ok) return refusal(c, from.failure);
  const to = await findAccount(desk, request.value.successor);
  if (!to.ok) return refusal(c, to.failure);
  const handed = await handOver(desk, actor.value, from.value.id, to.value);
  return handed.ok ? new Response(null, { status: 204 }) : refusal(c, handed.failure);
});

memberApi.delete('/issuers/:slug/members/:id/grants/:grant', async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'members:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const grant = GRANTS.find((one) => one === c.req.param('grant'));
  if (grant === undefined) return refusal(c, { reason: 'page_unknown' });
  const ended = await endGrant(c.var.desk, actor.value, c.req.param('id'), grant);
  return ended.ok ? new Response(null, { status: 204 }) : refusal(c, ended.failure);
});

memberApi.all('/issuers/:slug/members', onlyAllowing('GET', 'POST'));
memberApi.all('/issuers/:slug/members/handover', onlyAllowing('POST'));
memberApi.all('/issuers/:slug/members/:id/grants/:grant', onlyAllowing('DELETE'));
