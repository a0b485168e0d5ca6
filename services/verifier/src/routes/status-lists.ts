import { cached } from '@laurel/http/cache';
import { preferredType } from '@laurel/http/media-type';
import { statusLists as lists } from '@laurel/store/public/status-lists';
import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import type { App } from '../env.ts';
import { firstFound, publicDatabases } from '../record/database.ts';
import { onlyMethods, refused } from '../refuse.ts';
import { KEYS_MAX_AGE_SECONDS } from './public-documents.ts';
import { CREDENTIAL_TYPES } from './signed-text.ts';

export const statusLists = new Hono<App>();

statusLists.get('/:id', async (c) => {
  const id = c.req.param('id');
  const list = await firstFound(publicDatabases(c.env).ofId(id), async (db) => {
    const [row] = await db.select({ document: lists.document }).from(lists).where(eq(lists.id, id));
    return row ?? null;
  });
  if (list === null) return refused(c, { reason: 'page_unknown' });
  return cached(c.req.raw, list.document, {
    contentType: preferredType(c.req.header('accept'), CREDENTIAL_TYPES),
    maxAgeSeconds: KEYS_MAX_AGE_SECONDS,
    vary: ['Accept'],
  });
});
statusLists.all('/:id', onlyMethods('GET', 'HEAD'));
