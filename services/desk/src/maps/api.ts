import {
  BeginMapRequest,
  MAX_MAP_BYTES,
  MapRequest,
  PublishMapRequest,
} from '@laurel/contracts/map-requests';
import { mapUrl } from '@laurel/core/addresses';
import type { Failure } from '@laurel/core/failure';
import { readJson } from '@laurel/http/read-json';
import { Hono } from 'hono';
import { actorForIssuer } from '../api/actor.ts';
import { onlyAllowing, privateJson, privateJsonAt, refusal } from '../api/respond.ts';
import type { DeskApp } from '../app-context.ts';
import { beginMap } from './begin-map.ts';
import { discardMap } from './discard-map.ts';
import { findMap, isChanged } from './find-map.ts';
import { listMaps } from './list-maps.ts';
import { lacksOfMap, publishMap, reinstateMap, retireMap } from './publish-map.ts';
import { readyApi } from './ready-api.ts';
import { saveMap } from './save-map.ts';

const MAPS = '/issuers/:slug/maps';
const MAP = `${MAPS}/:map`;

/** The API of an issuer’s maps. */
export const mapApi = new Hono<DeskApp>();

mapApi.get(MAPS, async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'awards:read');
  if (!actor.ok) return refusal(c, actor.failure);
  const maps = await listMaps(c.var.desk, actor.value.issuer);
  return privateJson({
    maps: maps.map((one) => ({
      map: one.slug,
      title: (one.published ?? one.draft).title,
      state: one.state,
      revision: one.revision,
      isChanged: isChanged(one),
    })),
  });
});

mapApi.post(MAPS, async (c) => {
  const { desk } = c.var;
  const actor = await actorForIssuer(c, c.req.param('slug'), 'issuer:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const request = await readJson(c.req.raw, BeginMapRequest, MAX_MAP_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const begun = await beginMap(desk, actor.value, request.value);
  if (!begun.ok) return refusal(c, begun.failure);
  const url = `${desk.origin}/api/v1/issuers/${actor.value.issuer}/maps/${begun.value}`;
  return privateJsonAt(201, url, { map: begun.value });
});

mapApi.get(MAP, async (c) => {
  const { desk } = c.var;
  const actor = await actorForIssuer(c, c.req.param('slug'), 'awards:read');
  if (!actor.ok) return refusal(c, actor.failure);
  const found = await findMap(desk, actor.value.issuer, c.req.param('map'));
  if (found === null) return refusal(c, { reason: 'page_unknown' });
  const { issuer, slug, state, revision, draft, published } = found;
  return privateJson({
    map: slug,
    state,
    revision,
    url: published === null ? null : mapUrl(desk.origin, issuer, slug),
    draft,
    published,
    lacks: await lacksOfMap(desk, issuer, draft),
  });
});

mapApi.put(MAP, async (c) => {
  const { desk } = c.var;
  const actor = await actorForIssuer(c, c.req.param('slug'), 'issuer:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const request = await readJson(c.req.raw, MapRequest, MAX_MAP_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const slug = c.req.param('map');
  if ((await findMap(desk, actor.value.issuer, slug)) === null) {
    return refusal(c, { reason: 'page_unknown' });
  }
  const saved = await saveMap(desk, actor.value, slug, request.value.revision, request.value.map);
  return saved.ok ? privateJson({ revision: saved.value }) : refusal(c, inRequest(saved.failure));
});

mapApi.delete(MAP, async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'issuer:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const revision = Number(c.req.query('revision') || Number.NaN);
  const discarded = await discardMap(c.var.desk, actor.value, c.req.param('map'), revision);
  return discarded.ok ? new Response(null, { status: 204 }) : refusal(c, discarded.failure);
});

mapApi.post(`${MAP}/publish`, async (c) => {
  const { desk } = c.var;
  const actor = await actorForIssuer(c, c.req.param('slug'), 'issuer:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const request = await readJson(c.req.raw, PublishMapRequest, MAX_MAP_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const slug = c.req.param('map');
  const published = await publishMap(desk, actor.value, slug, request.value.revision);
  if (!published.ok) return refusal(c, published.failure);
  return privateJsonAt(201, mapUrl(desk.origin, actor.value.issuer, slug), { map: slug });
});

mapApi.post(`${MAP}/retirement`, async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'issuer:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const retired = await retireMap(c.var.desk, actor.value, c.req.param('map'));
  return retired.ok ? new Response(null, { status: 204 }) : refusal(c, retired.failure);
});

mapApi.delete(`${MAP}/retirement`, async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'issuer:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const taken = await reinstateMap(c.var.desk, actor.value, c.req.param('map'));
  return taken.ok ? new Response(null, { status: 204 }) : refusal(c, taken.failure);
});

mapApi.all(MAPS, onlyAllowing('GET', 'POST'));
mapApi.all(MAP, onlyAllowing('GET', 'PUT', 'DELETE'));
mapApi.all(`${MAP}/publish`, onlyAllowing('POST'));
mapApi.all(`${MAP}/retirement`, onlyAllowing('POST', 'DELETE'));
mapApi.route(MAP, readyApi);

/** Where a map is wrong, as its author has sent it. */
function inRequest(failure: Failure): Failure {
  return failure.reason === 'request_invalid'
    ? {
        ...failure,
        issues: failure.issues.map(({ pointer, detail }) => ({
          pointer: `/map${pointer}`,
          detail,
        })),
      }
    : failure;
}
