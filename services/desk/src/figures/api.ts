import { Hono } from 'hono';
import { actorForIssuer } from '../api/actor.ts';
import { onlyAllowing, privateJson, refusal } from '../api/respond.ts';
import type { DeskApp } from '../app-context.ts';
import { pageAsked, pagesIn } from '../page/paging.tsx';
import { unthankedVolunteers } from './unthanked.ts';
import { yearlyFigures } from './yearly.ts';
import { yearAsked } from './years.ts';

/** The API of an issuer’s figures. */
export const figureApi = new Hono<DeskApp>();

figureApi.get('/issuers/:slug/figures', async (context) => {
  const { desk } = context.var;
  const actor = await actorForIssuer(context, context.req.param('slug'), 'awards:read');
  if (!actor.ok) return refusal(context, actor.failure);
  const year = yearAsked(context.req.raw, desk.nowSeconds);
  return privateJson(await yearlyFigures(desk, actor.value.issuer, year));
});

figureApi.get('/issuers/:slug/figures/unthanked', async (context) => {
  const { desk } = context.var;
  const actor = await actorForIssuer(context, context.req.param('slug'), 'awards:write');
  if (!actor.ok) return refusal(context, actor.failure);
  const page = pageAsked(context.req.raw);
  const { total, people } = await unthankedVolunteers(desk, actor.value, page);
  return privateJson({
    page,
    pages: Math.max(1, pagesIn(total)),
    total,
    people: people.map(({ event, eventName, username }) => ({ event, eventName, username })),
  });
});

figureApi.all('/issuers/:slug/figures', onlyAllowing('GET'));
figureApi.all('/issuers/:slug/figures/unthanked', onlyAllowing('GET'));
