import { HandOverTick } from '@laurel/contracts/leaving-request';
import { dayOf } from '@laurel/core/day';
import { readJson } from '@laurel/http/read-json';
import { Hono } from 'hono';
import { batchAccepted, onlyAllowing, privateJson, refusal } from '../api/respond.ts';
import type { DeskApp } from '../app-context.ts';
import { actorForAward } from '../awards/actor-for-award.ts';
import { findHandOver, isWhole } from './hand-over.ts';
import { thankHandOver } from './thank-hand-over.ts';
import { awardToThank, tickAsMember } from './tick-as-member.ts';

const MAX_REQUEST_BYTES = 1_024;

/** The API of hand-overs, for the issuer’s side. */
export const handOverApi = new Hono<DeskApp>();

handOverApi.get('/awards/:id/hand-over', async (c) => {
  const actor = await actorForAward(c, 'awards:read');
  if (!actor.ok) return refusal(c, actor.failure);
  const found = await findHandOver(c.var.desk, c.req.param('id'));
  if (found === null) return refusal(c, { reason: 'hand_over_unknown' });
  const { items, thankedAtSeconds } = found;
  return privateJson({
    items: items.map(({ place, texts, own, holderSays, memberSays }) => ({
      item: place,
      texts,
      own,
      holderSays,
      memberSays,
    })),
    whole: isWhole(found),
    thankedOn: thankedAtSeconds === null ? null : dayOf(thankedAtSeconds),
  });
});

handOverApi.put('/awards/:id/hand-over/items/:place', async (c) => {
  const actor = await actorForAward(c, 'awards:read');
  if (!actor.ok) return refusal(c, actor.failure);
  const asked = await readJson(c.req.raw, HandOverTick, MAX_REQUEST_BYTES);
  if (!asked.ok) return refusal(c, asked.failure);
  const { id, place } = c.req.param();
  const says = asked.value.handedOver;
  const done = await tickAsMember(c.var.desk, actor.value, id, Number(place), says);
  return done.ok ? new Response(null, { status: 204 }) : refusal(c, done.failure);
});

handOverApi.post('/awards/:id/hand-over/thanks', async (c) => {
  const { desk } = c.var;
  const actor = await actorForAward(c, 'nominations:review');
  if (!actor.ok) return refusal(c, actor.failure);
  const award = await awardToThank(desk, actor.value, c.req.param('id'));
  if (!award.ok) return refusal(c, award.failure);
  const made = await thankHandOver(desk, actor.value, award.value);
  return made.ok ? batchAccepted(desk.origin, made.value) : refusal(c, made.failure);
});

handOverApi.all('/awards/:id/hand-over', onlyAllowing('GET'));
handOverApi.all('/awards/:id/hand-over/items/:place', onlyAllowing('PUT'));
handOverApi.all('/awards/:id/hand-over/thanks', onlyAllowing('POST'));
