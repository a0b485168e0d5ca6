import { AchievementFacts, MAX_ACHIEVEMENT_BYTES } from '@laurel/contracts/achievement-facts';
import { BeginRequest } from '@laurel/contracts/achievement-requests';
import { lintAchievement } from '@laurel/core/lint/lint-achievement';
import { readJson } from '@laurel/http/read-json';
import { Hono } from 'hono';
import { actorForIssuer } from '../api/actor.ts';
import { onlyAllowing, privateJson, privateJsonAt, refusal } from '../api/respond.ts';
import type { DeskApp } from '../app-context.ts';
import { pageAsked, pagesIn } from '../page/paging.tsx';
import { beginDraft } from './begin-draft.ts';
import { draftApi } from './draft-api.ts';
import { findTemplates } from './find-templates.ts';
import { listAchievements } from './list-achievements.ts';
import { draftFacts } from './save-draft.ts';
import { standingApi } from './standing-api.ts';
import { templateSaid, toldObjections } from './tell.ts';

const ACHIEVEMENTS = '/issuers/:slug/achievements';

/** The API of an issuer’s achievements. */
export const achievementApi = new Hono<DeskApp>();

achievementApi.get(ACHIEVEMENTS, async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'awards:read');
  if (!actor.ok) return refusal(c, actor.failure);
  const page = pageAsked(c.req.raw);
  const { achievements, total } = await listAchievements(c.var.desk, actor.value.issuer, page);
  return privateJson({
    page,
    pages: pagesIn(total),
    total,
    achievements: achievements.map(({ slug, facts, standing, id, hasDraft }) => ({
      achievement: slug,
      id,
      kind: facts.kind,
      name: facts.name,
      version: id === null ? null : facts.version,
      state: standing ?? 'draft',
      hasDraft,
    })),
  });
});

achievementApi.get(`${ACHIEVEMENTS}/templates`, async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'awards:read');
  if (!actor.ok) return refusal(c, actor.failure);
  const asked = { kind: c.req.query('kind') ?? '', theme: c.req.query('theme') ?? '' };
  const catalogue = await c.var.desk.tables.catalogue();
  return privateJson({ templates: findTemplates(catalogue, asked).map(templateSaid) });
});

achievementApi.post(`${ACHIEVEMENTS}/drafts`, async (c) => {
  const { desk } = c.var;
  const actor = await actorForIssuer(c, c.req.param('slug'), 'achievements:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const request = await readJson(c.req.raw, BeginRequest, MAX_ACHIEVEMENT_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const begun = await beginDraft(desk, actor.value, request.value);
  if (!begun.ok) return refusal(c, begun.failure);
  const base = `${desk.origin}/api/v1/issuers/${actor.value.issuer}/achievements`;
  const achievement = begun.value;
  return privateJsonAt(201, `${base}/${achievement}/draft`, { achievement });
});

achievementApi.post(`${ACHIEVEMENTS}/lint`, async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'awards:read');
  if (!actor.ok) return refusal(c, actor.failure);
  const facts = await readJson(c.req.raw, AchievementFacts, MAX_ACHIEVEMENT_BYTES);
  if (!facts.ok) return refusal(c, facts.failure);
  const words = await c.var.desk.tables.lintWords();
  return privateJson({
    objections: toldObjections(lintAchievement(draftFacts('', facts.value), words)),
  });
});

achievementApi.all(ACHIEVEMENTS, onlyAllowing('GET'));
achievementApi.all(`${ACHIEVEMENTS}/templates`, onlyAllowing('GET'));
achievementApi.all(`${ACHIEVEMENTS}/drafts`, onlyAllowing('POST'));
achievementApi.all(`${ACHIEVEMENTS}/lint`, onlyAllowing('POST'));
achievementApi.route(ACHIEVEMENTS, draftApi);
achievementApi.route(ACHIEVEMENTS, standingApi);
