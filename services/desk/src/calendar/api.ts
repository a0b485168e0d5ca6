import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import { actorForIssuer } from '../api/actor.ts';
import { onlyAllowing, privateJsonAt, refusal } from '../api/respond.ts';
import type { DeskApp } from '../app-context.ts';
import { feedAddress } from './feed-address.ts';
import { endFeed, makeFeed } from './feeds.ts';

/** The API of addresses at which calendar programs find the ends of an issuer’s terms. */
export const calendarApi = new Hono<DeskApp>();

calendarApi.post('/issuers/:slug/terms/calendar', async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'awards:read');
  if (!actor.ok) return refusal(c, actor.failure);
  const { accountId, issuer } = actor.value;
  const token = await makeFeed(c.var.desk, { accountId, issuer });
  return privateJsonAt(201, feedAddress(c.var.desk, token, readerOf(c.req.raw)), {});
});

calendarApi.delete('/issuers/:slug/terms/calendar', async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'awards:read');
  if (!actor.ok) return refusal(c, actor.failure);
  const { accountId, issuer } = actor.value;
  await endFeed(c.var.desk, { accountId, issuer });
  return new Response(null, { status: 204 });
});

calendarApi.all('/issuers/:slug/terms/calendar', onlyAllowing('POST', 'DELETE'));
