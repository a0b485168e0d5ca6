import { TrainerGrantRequest, TrainerRuleRequest } from '@laurel/contracts/trainer-requests';
import { readJson } from '@laurel/http/read-json';
import { Hono } from 'hono';
import { actorForIssuer } from '../api/actor.ts';
import { onlyAllowing, privateJson, refusal } from '../api/respond.ts';
import type { DeskApp } from '../app-context.ts';
import { endTrainer, giveTrainer } from './give.ts';
import { listTrainers } from './list.ts';
import { findRule } from './rule.ts';
import { removeRule, setRule } from './set-rule.ts';

const MAX_REQUEST_BYTES = 8 * 1024;

const RULE = '/issuers/:slug/achievements/:achievement/trainers';
const TRAINER = '/issuers/:slug/trainers/:award';

/** The API of what people may award as they completed a training. */
export const trainerApi = new Hono<DeskApp>();

trainerApi.get(RULE, async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'awards:read');
  if (!actor.ok) return refusal(c, actor.failure);
  const found = await findRule(c.var.desk, actor.value.issuer, c.req.param('achievement'));
  if (found === null) return refusal(c, { reason: 'page_unknown' });
  const { mayAward, months, begins } = found;
  return privateJson({ mayAward, months, begins });
});

trainerApi.put(RULE, async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'members:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const request = await readJson(c.req.raw, TrainerRuleRequest, MAX_REQUEST_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const slug = c.req.param('achievement');
  const set = await setRule(c.var.desk, actor.value, slug, request.value);
  return set.ok ? new Response(null, { status: 204 }) : refusal(c, set.failure);
});

trainerApi.delete(RULE, async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'members:write');
  if (!actor.ok) return refusal(c, actor.failure);
  await removeRule(c.var.desk, actor.value, c.req.param('achievement'));
  return new Response(null, { status: 204 });
});

trainerApi.get('/issuers/:slug/trainers', async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'members:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const listed = await listTrainers(c.var.desk, actor.value.issuer);
  const trainers = listed.map(({ awardId, accountId, endsAtSeconds, months: _, ...trainer }) => ({
    award: awardId,
    account: accountId,
    ...trainer,
    endsAt: endsAtSeconds === 0 ? null : new Date(endsAtSeconds * 1000).toISOString(),
  }));
  return privateJson({ trainers });
});

trainerApi.put(TRAINER, async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'members:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const request = await readJson(c.req.raw, TrainerGrantRequest, MAX_REQUEST_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const { until } = request.value;
  const given = await giveTrainer(c.var.desk, actor.value, c.req.param('award'), until);
  return given.ok ? new Response(null, { status: 204 }) : refusal(c, given.failure);
});

trainerApi.delete(TRAINER, async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'members:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const ended = await endTrainer(c.var.desk, actor.value, c.req.param('award'));
  return ended.ok ? new Response(null, { status: 204 }) : refusal(c, ended.failure);
});

trainerApi.all(RULE, onlyAllowing('GET', 'PUT', 'DELETE'));
trainerApi.all('/issuers/:slug/trainers', onlyAllowing('GET'));
trainerApi.all(TRAINER, onlyAllowing('PUT', 'DELETE'));
