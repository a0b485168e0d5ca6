import {
  NominationAwardRequest,
  NominationDeclineRequest,
} from '@laurel/contracts/nomination-requests';
import { readJson } from '@laurel/http/read-json';
import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import { actorForIssuer } from '../api/actor.ts';
import { batchAccepted, onlyAllowing, privateJson, refusal } from '../api/respond.ts';
import type { DeskApp, DeskContext } from '../app-context.ts';
import { pageAsked, pagesIn } from '../page/paging.tsx';
import { awardNomination, declineNomination } from './decide-nomination.ts';
import { findNomination } from './find-nomination.ts';
import { listQueue } from './queue.ts';

const MAX_REQUEST_BYTES = 16 * 1024;

/** What the reviewers of an issuer do with nominations. */
export const reviewApi = new Hono<DeskApp>();

reviewApi.get('/issuers/:slug/nominations', async (c) => {
  const actor = await reviewer(c);
  if (!actor.ok) return refusal(c, actor.failure);
  const page = pageAsked(c.req.raw);
  const { entries, total } = await listQueue(c.var.desk, actor.value, page);
  const told = entries.map((entry) => ({
    nomination: entry.id,
    username: entry.username,
    achievement: entry.achievementSlug,
    nominators: entry.nominators,
    isOwn: entry.isOwn,
    nominatedAt: isoOf(entry.sinceSeconds),
  }));
  return privateJson({ page, pages: pagesIn(total), total, nominations: told });
});

reviewApi.get('/issuers/:slug/nominations/:id', async (c) => {
  const actor = await reviewer(c);
  if (!actor.ok) return refusal(c, actor.failure);
  const found = await findNomination(c.var.desk, actor.value, c.req.param('id'));
  if (!found.ok) return refusal(c, found.failure);
  const { id, nominee, achievementSlug, stories, isOwn, recognised } = found.value;
  return privateJson({
    nomination: id,
    username: nominee.username,
    achievement: achievementSlug,
    isOwn,
    stories: stories.map(({ nominatorName, story, evidence, language, createdAtSeconds }) => ({
      nominator: nominatorName,
      story,
      evidence,
      language,
      nominatedAt: isoOf(createdAtSeconds),
    })),
    recognised: recognised.map((award) => ({ award: award.id, state: award.state })),
  });
});

reviewApi.post('/issuers/:slug/nominations/:id/award', async (c) => {
  const actor = await reviewer(c);
  if (!actor.ok) return refusal(c, actor.failure);
  const request = await readJson(c.req.raw, NominationAwardRequest, MAX_REQUEST_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const label = readerOf(c.req.raw).messages.message('nominations-label');
  const { desk } = c.var;
  const id = c.req.param('id');
  const batch = await awardNomination(desk, actor.value, id, request.value, label);
  return batch.ok ? batchAccepted(desk.origin, batch.value) : refusal(c, batch.failure);
});

reviewApi.post('/issuers/:slug/nominations/:id/decline', async (c) => {
  const actor = await reviewer(c);
  if (!actor.ok) return refusal(c, actor.failure);
  const request = await readJson(c.req.raw, NominationDeclineRequest, MAX_REQUEST_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const id = c.req.param('id');
  const { answer } = request.value;
  const declined = await declineNomination(c.var.desk, actor.value, id, async () => answer);
  return declined.ok ? new Response(null, { status: 204 }) : refusal(c, declined.failure);
});

reviewApi.all('/issuers/:slug/nominations', onlyAllowing('GET'));
reviewApi.all('/issuers/:slug/nominations/:id', onlyAllowing('GET'));
reviewApi.all('/issuers/:slug/nominations/:id/award', onlyAllowing('POST'));
reviewApi.all('/issuers/:slug/nominations/:id/decline', onlyAllowing('POST'));

function reviewer(c: DeskContext) {
  return actorForIssuer(c, c.req.param('slug') ?? '', 'nominations:review');
}

function isoOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
