import { ThankRequest } from '@laurel/contracts/map-requests';
import { readJson } from '@laurel/http/read-json';
import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import { actorForIssuer } from '../api/actor.ts';
import { batchAccepted, onlyAllowing, privateJson, refusal } from '../api/respond.ts';
import type { DeskApp, DeskContext } from '../app-context.ts';
import { pageAsked, pagesIn } from '../page/paging.tsx';
import { findMap } from './find-map.ts';
import { readyPeople, withMilestone } from './ready-people.ts';
import { thankWalker } from './thank-walker.ts';

const MAX_REQUEST_BYTES = 16 * 1024;

/** Who is ready to be thanked for a map’s milestone, for the issuer’s reviewers. */
export const readyApi = new Hono<DeskApp>();

readyApi.get('/ready', async (c) => {
  const { desk } = c.var;
  const actor = await actorForIssuer(c, c.req.param('slug') ?? '', 'nominations:review');
  if (!actor.ok) return refusal(c, actor.failure);
  const map = await mapAsked(c, actor.value.issuer);
  if (map === null) return refusal(c, { reason: 'page_unknown' });
  const page = pageAsked(c.req.raw);
  const { people, total } = await readyPeople(desk, actor.value, map, page);
  return privateJson({
    page,
    pages: pagesIn(total),
    total,
    achievement: map.milestone,
    ready: people.map(({ id, username, hasTold, own, sinceSeconds }) => ({
      walk: id,
      username,
      hasTold,
      awards: own,
      since: new Date(sinceSeconds * 1000).toISOString(),
    })),
  });
});

readyApi.post('/ready/:walk/award', async (c) => {
  const { desk } = c.var;
  const actor = await actorForIssuer(c, c.req.param('slug') ?? '', 'nominations:review');
  if (!actor.ok) return refusal(c, actor.failure);
  const request = await readJson(c.req.raw, ThankRequest, MAX_REQUEST_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const map = await mapAsked(c, actor.value.issuer);
  if (map === null) return refusal(c, { reason: 'page_unknown' });
  const label = readerOf(c.req.raw).messages.message('maps-ready-label');
  const id = c.req.param('walk');
  const batch = await thankWalker(desk, actor.value, map, id, request.value, label);
  return batch.ok ? batchAccepted(desk.origin, batch.value) : refusal(c, batch.failure);
});

readyApi.all('/ready', onlyAllowing('GET'));
readyApi.all('/ready/:walk/award', onlyAllowing('POST'));

async function mapAsked(c: DeskContext, issuer: string) {
  const found = await findMap(c.var.desk, issuer, c.req.param('map') ?? '');
  return found === null ? null : withMilestone(found);
}
