import { dayOf } from '@laurel/core/day';
import { Hono } from 'hono';
import { actorForIssuer } from '../api/actor.ts';
import { onlyAllowing, privateJson, refusal } from '../api/respond.ts';
import type { DeskApp } from '../app-context.ts';
import { pageAsked, pagesIn } from '../page/paging.tsx';
import { listThanks } from './issuers-thanks.ts';

/** The API of an issuer’s thanks. */
export const thanksApi = new Hono<DeskApp>();

/** By pages, without their number: thanks are not counted. */
thanksApi.get('/issuers/:slug/thanks', async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'awards:read');
  if (!actor.ok) return refusal(c, actor.failure);
  const page = pageAsked(c.req.raw);
  const { thanks, total } = await listThanks(c.var.desk, actor.value, page);
  return privateJson({
    page,
    more: page < pagesIn(total),
    thanks: thanks.map(({ awardId, username, achievementSlug, words, writtenAtSeconds }) => ({
      award: awardId,
      username,
      achievement: achievementSlug,
      words,
      on: dayOf(writtenAtSeconds),
    })),
  });
});

thanksApi.all('/issuers/:slug/thanks', onlyAllowing('GET'));
