import { cached } from '@laurel/http/cache';
import { preferredType } from '@laurel/http/media-type';
import { readerOf } from '@laurel/http/reader';
import { htmlOf } from '@laurel/pages/document';
import { Hono } from 'hono';
import type { App } from '../env.ts';
import { achievementDocument } from '../facts/achievement-document.ts';
import { AchievementPage } from '../pages/achievement-page.tsx';
import { findAchievement } from '../record/achievement.ts';
import { publicDatabase } from '../record/database.ts';
import { onlyMethods, refused } from '../refuse.ts';
import { cachedJson } from './public-documents.ts';

/** A published version never changes; only the pages around it do. */
const MAX_AGE_SECONDS = 3600;

export const achievements = new Hono<App>();

achievements.get('/:id', async (c) => {
  const found = await findAchievement(publicDatabase(c.env.PUBLIC), c.req.param('id'));
  if (found === null) return refused(c, { reason: 'page_unknown' });
  const reader = readerOf(c.req.raw);
  const type = preferredType(c.req.header('accept'), [
    'text/html',
    'application/ld+json',
    'application/json',
  ]);
  if (type !== 'text/html') {
    const languages = [reader.messages.language, ...reader.languages];
    const document = achievementDocument(found, c.env.LAUREL_ORIGIN, languages);
    return cachedJson(c.req.raw, document, type, ['Accept', 'Accept-Language']);
  }
  return cached(c.req.raw, await htmlOf(<AchievementPage found={found} reader={reader} />), {
    contentType: 'text/html; charset=utf-8',
    maxAgeSeconds: MAX_AGE_SECONDS,
    vary: ['Accept', 'Accept-Language'],
    headers: { 'content-language': reader.messages.language },
  });
});
achievements.all('/:id', onlyMethods('GET', 'HEAD'));
