import { MAX_ACHIEVEMENT_BYTES } from '@laurel/contracts/achievement-facts';
import { DraftRequest, PublishRequest } from '@laurel/contracts/achievement-requests';
import { achievementUrl } from '@laurel/core/addresses';
import { languageTagFrom } from '@laurel/core/language';
import { lintAchievement } from '@laurel/core/lint/lint-achievement';
import { readJson } from '@laurel/http/read-json';
import { Hono } from 'hono';
import { actorForIssuer } from '../api/actor.ts';
import { onlyAllowing, privateJson, privateJsonAt, refusal } from '../api/respond.ts';
import type { DeskApp } from '../app-context.ts';
import { draftOf, findDeskAchievement } from './find-draft.ts';
import { previewTexts } from './preview-facts.ts';
import { publishDraft } from './publish-draft.ts';
import { discardDraft, saveDraft } from './save-draft.ts';
import { toldFacts, toldObjections } from './tell.ts';

/** The API of what is being written of an achievement. */
export const draftApi = new Hono<DeskApp>();

draftApi.get('/:achievement/draft', async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug') ?? '', 'awards:read');
  if (!actor.ok) return refusal(c, actor.failure);
  const { desk } = c.var;
  const { issuer } = actor.value;
  const found = await findDeskAchievement(desk, issuer, c.req.param('achievement'));
  if (found === null) return refusal(c, { reason: 'page_unknown' });
  const { slug, facts, revision } = draftOf(found);
  const words = await desk.tables.lintWords();
  return privateJson({
    achievement: slug,
    revision,
    draft: toldFacts(facts),
    objections: toldObjections(lintAchievement(facts, words)),
  });
});

draftApi.put('/:achievement/draft', async (c) => {
  const { desk } = c.var;
  const actor = await actorForIssuer(c, c.req.param('slug') ?? '', 'achievements:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const request = await readJson(c.req.raw, DraftRequest, MAX_ACHIEVEMENT_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const slug = c.req.param('achievement');
  if ((await findDeskAchievement(desk, actor.value.issuer, slug)) === null) {
    return refusal(c, { reason: 'page_unknown' });
  }
  const { revision, achievement } = request.value;
  const saved = await saveDraft(desk, actor.value, slug, revision, achievement);
  return saved.ok ? privateJson({ revision: saved.value }) : refusal(c, saved.failure);
});

draftApi.delete('/:achievement/draft', async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug') ?? '', 'achievements:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const revision = Number(c.req.query('revision') || Number.NaN);
  const slug = c.req.param('achievement');
  const discarded = await discardDraft(c.var.desk, actor.value, slug, revision);
  return discarded.ok ? new Response(null, { status: 204 }) : refusal(c, discarded.failure);
});

draftApi.get('/:achievement/preview', async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug') ?? '', 'awards:read');
  if (!actor.ok) return refusal(c, actor.failure);
  const { issuer } = actor.value;
  const found = await findDeskAchievement(c.var.desk, issuer, c.req.param('achievement'));
  if (found === null) return refusal(c, { reason: 'page_unknown' });
  const { facts } = draftOf(found);
  const language = languageTagFrom(c.req.query('language') ?? '') ?? facts.sourceLanguage;
  return privateJson({ preview: previewTexts(facts, language) });
});

draftApi.post('/:achievement/publish', async (c) => {
  const { desk } = c.var;
  const actor = await actorForIssuer(c, c.req.param('slug') ?? '', 'achievements:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const request = await readJson(c.req.raw, PublishRequest, MAX_ACHIEVEMENT_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const slug = c.req.param('achievement');
  const published = await publishDraft(desk, actor.value, { slug, ...request.value });
  if (!published.ok) return refusal(c, published.failure);
  return privateJsonAt(201, achievementUrl(desk.origin, published.value.id), published.value);
});

draftApi.all('/:achievement/draft', onlyAllowing('GET', 'PUT', 'DELETE'));
draftApi.all('/:achievement/preview', onlyAllowing('GET'));
draftApi.all('/:achievement/publish', onlyAllowing('POST'));
