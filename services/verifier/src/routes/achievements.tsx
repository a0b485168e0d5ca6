import { preferredType } from '@laurel/http/media-type';
import { readerOf } from '@laurel/http/reader';
import { readingAssets } from '@laurel/http/static-assets';
import { messagesIn } from '@laurel/i18n/load-messages';
import { cachedPage } from '@laurel/pages/cached-page';
import { Hono } from 'hono';
import type { App } from '../env.ts';
import { achievementDocument } from '../facts/achievement-document.ts';
import { AchievementPage } from '../pages/achievement-page.tsx';
import { findAchievement, newestVersionOf } from '../record/achievement.ts';
import { publicDatabases } from '../record/database.ts';
import { onlyMethods, refused } from '../refuse.ts';
import { cachedJson } from './public-documents.ts';

/** A published version never changes; only the pages around it do. */
const MAX_AGE_SECONDS = 3600;

export const achievements = new Hono<App>();

/** By id, a version; by slug, a way to the newest version where one issuer alone has that slug. */
achievements.get('/:id', async (c) => {
  const databases = publicDatabases(c.env);
  const found = await findAchievement(databases, c.req.param('id'));
  if (found === null) {
    const newest = await newestVersionOf(databases, c.req.param('id'));
    if (newest === null) return refused(c, { reason: 'page_unknown' });
    return c.redirect(`/achievements/${newest}${new URL(c.req.url).search}`, 302);
  }
  const reader = readerOf(c.req.raw);
  const type = preferredType(c.req.header('accept'), [
    'text/html',
    'application/ld+json',
    'application/json',
  ]);
  if (type !== 'text/html') {
    const languages = [...reader.languages, reader.messages.language];
    const document = () =>
      achievementDocument(found, c.env.LAUREL_ORIGIN, languages, (language) =>
        messagesIn(language, readingAssets(c.env.ASSETS)),
      );
    const facts = [found, c.env.LAUREL_ORIGIN, languages];
    return cachedJson(c.req.raw, facts, document, type, ['Accept', 'Accept-Language']);
  }
  const page = () => <AchievementPage found={found} reader={reader} origin={c.env.LAUREL_ORIGIN} />;
  return cachedPage(c.req.raw, reader, [found, c.env.LAUREL_ORIGIN], page, {
    maxAgeSeconds: MAX_AGE_SECONDS,
    vary: ['Accept', 'Accept-Language'],
  });
});
achievements.all('/:id', onlyMethods('GET', 'HEAD'));
