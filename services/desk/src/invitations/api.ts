import { InvitationRequest } from '@laurel/contracts/invitation-request';
import { readJson } from '@laurel/http/read-json';
import { Hono } from 'hono';
import { actorForIssuer } from '../api/actor.ts';
import { onlyAllowing, privateJson, refusal } from '../api/respond.ts';
import type { DeskApp } from '../app-context.ts';
import { findInvitation } from './invitation.ts';
import { removeInvitation, setInvitation } from './set-invitation.ts';

const MAX_REQUEST_BYTES = 64 * 1024;

const INVITATION = '/issuers/:slug/achievements/:achievement/invitation';

/** The API of what holders of an achievement are invited to next. */
export const invitationApi = new Hono<DeskApp>();

invitationApi.get(INVITATION, async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'awards:read');
  if (!actor.ok) return refusal(c, actor.failure);
  const { desk } = c.var;
  const found = await findInvitation(desk, actor.value.issuer, c.req.param('achievement'));
  return found === null ? refusal(c, { reason: 'page_unknown' }) : privateJson(found);
});

invitationApi.put(INVITATION, async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'issuer:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const request = await readJson(c.req.raw, InvitationRequest, MAX_REQUEST_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const slug = c.req.param('achievement');
  const set = await setInvitation(c.var.desk, actor.value, slug, request.value);
  return set.ok ? new Response(null, { status: 204 }) : refusal(c, set.failure);
});

invitationApi.delete(INVITATION, async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'issuer:write');
  if (!actor.ok) return refusal(c, actor.failure);
  await removeInvitation(c.var.desk, actor.value, c.req.param('achievement'));
  return new Response(null, { status: 204 });
});

invitationApi.all(INVITATION, onlyAllowing('GET', 'PUT', 'DELETE'));
