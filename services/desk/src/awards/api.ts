import { AwardSearch } from '@laurel/contracts/award-search';
import { readJson } from '@laurel/http/read-json';
import { Hono } from 'hono';
import { actorForIssuer } from '../api/actor.ts';
import { onlyAllowing, privateJson, refusal } from '../api/respond.ts';
import type { DeskApp } from '../app-context.ts';
import { pagesIn } from '../page/paging.tsx';
import { singleAwardApi } from './award-api.ts';
import { searchAwards } from './search.ts';

const MAX_REQUEST_BYTES = 8_192;

/** The API of an issuer’s awards. */
export const awardApi = new Hono<DeskApp>();

awardApi.post('/issuers/:slug/awards/search', async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'awards:read');
  if (!actor.ok) return refusal(c, actor.failure);
  const search = await readJson(c.req.raw, AwardSearch, MAX_REQUEST_BYTES);
  if (!search.ok) return refusal(c, search.failure);
  const { awards, total } = await searchAwards(c.var.desk, actor.value.issuer, search.value);
  const told = awards.map((award) => ({
    award: award.id,
    username: award.username,
    achievement: award.achievementSlug,
    batch: award.batchId,
    state: award.state,
    suspended: award.suspendedAtSeconds !== null,
    supersededBy: award.supersededBy,
  }));
  const { page = 1 } = search.value;
  const pages = pagesIn(total);
  return privateJson({ page, pages, total, awards: told });
});

awardApi.all('/issuers/:slug/awards/search', onlyAllowing('POST'));

awardApi.route('/', singleAwardApi);
