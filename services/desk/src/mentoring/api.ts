import {
  MentoringOfferRequest,
  MentorshipAwardRequest,
} from '@laurel/contracts/mentoring-requests';
import { NominationDeclineRequest } from '@laurel/contracts/nomination-requests';
import { readJson } from '@laurel/http/read-json';
import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import { actorForIssuer } from '../api/actor.ts';
import { batchAccepted, onlyAllowing, privateJson, refusal } from '../api/respond.ts';
import type { DeskApp, DeskContext } from '../app-context.ts';
import { pageAsked, pagesIn } from '../page/paging.tsx';
import { awardMentorship, declineMentorship } from './decide-mentorship.ts';
import { findMentorship } from './find-mentorship.ts';
import { offeredAchievements, offerMentoring } from './offering.ts';
import { type MentorshipEntry, mentorshipQueue } from './queue.ts';

const MAX_REQUEST_BYTES = 16 * 1024;
const OFFER = '/issuers/:slug/mentoring';
const QUEUE = '/issuers/:slug/mentorships';

/** The API of what an issuer awards for mentoring, and of what its reviewers do with what was confirmed. */
export const mentoringApi = new Hono<DeskApp>();

mentoringApi.get(OFFER, async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'awards:read');
  if (!actor.ok) return refusal(c, actor.failure);
  const offered = await offeredAchievements(c.var.desk, actor.value.issuer);
  return privateJson({ achievements: offered.map(({ slug }) => slug) });
});

mentoringApi.put(OFFER, async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'issuer:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const request = await readJson(c.req.raw, MentoringOfferRequest, MAX_REQUEST_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const offered = await offerMentoring(c.var.desk, actor.value, request.value.achievements);
  return offered.ok ? new Response(null, { status: 204 }) : refusal(c, offered.failure);
});

mentoringApi.get(QUEUE, async (c) => {
  const actor = await reviewer(c);
  if (!actor.ok) return refusal(c, actor.failure);
  const page = pageAsked(c.req.raw);
  const { entries, total } = await mentorshipQueue(c.var.desk, actor.value, page);
  return privateJson({ page, pages: pagesIn(total), total, mentorships: entries.map(asTold) });
});

mentoringApi.get(`${QUEUE}/:id`, async (c) => {
  const actor = await reviewer(c);
  if (!actor.ok) return refusal(c, actor.failure);
  const found = await findMentorship(c.var.desk, actor.value, c.req.param('id'));
  if (!found.ok) return refusal(c, found.failure);
  const recognised = found.value.recognised.map(({ id, state }) => ({ award: id, state }));
  return privateJson({ ...asTold(found.value), recognised });
});

mentoringApi.post(`${QUEUE}/:id/award`, async (c) => {
  const actor = await reviewer(c);
  if (!actor.ok) return refusal(c, actor.failure);
  const request = await readJson(c.req.raw, MentorshipAwardRequest, MAX_REQUEST_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const label = readerOf(c.req.raw).messages.message('mentorships-label');
  const { desk } = c.var;
  const batch = await awardMentorship(desk, actor.value, c.req.param('id'), request.value, label);
  return batch.ok ? batchAccepted(desk.origin, batch.value) : refusal(c, batch.failure);
});

mentoringApi.post(`${QUEUE}/:id/decline`, async (c) => {
  const actor = await reviewer(c);
  if (!actor.ok) return refusal(c, actor.failure);
  const request = await readJson(c.req.raw, NominationDeclineRequest, MAX_REQUEST_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const { answer } = request.value;
  const id = c.req.param('id');
  const declined = await declineMentorship(c.var.desk, actor.value, id, async () => answer);
  return declined.ok ? new Response(null, { status: 204 }) : refusal(c, declined.failure);
});

mentoringApi.all(OFFER, onlyAllowing('GET', 'PUT'));
mentoringApi.all(QUEUE, onlyAllowing('GET'));
mentoringApi.all(`${QUEUE}/:id`, onlyAllowing('GET'));
mentoringApi.all(`${QUEUE}/:id/award`, onlyAllowing('POST'));
mentoringApi.all(`${QUEUE}/:id/decline`, onlyAllowing('POST'));

function reviewer(c: DeskContext) {
  return actorForIssuer(c, c.req.param('slug') ?? '', 'nominations:review');
}

function asTold(entry: Omit<MentorshipEntry, 'waiting'>) {
  const { languages, themes, topics, hoursBand, confirmedAtSeconds } = entry;
  return {
    mentorship: entry.id,
    mentor: entry.username,
    mentee: entry.mentee,
    achievement: entry.achievementSlug,
    start: entry.periodStart,
    end: entry.periodEnd === '' ? null : entry.periodEnd,
    mentoring: { languages, themes, topics, hoursBand },
    confirmedAt: new Date((confirmedAtSeconds ?? 0) * 1000).toISOString(),
  };
}
