import { cached } from '@laurel/http/cache';
import { preferredType } from '@laurel/http/media-type';
import { statusLists as lists } from '@laurel/store/public/status-lists';
import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import type { App } from '../env.ts';
import { publicDatabase } from '../record/database.ts';
import { onlyMethods, refused } from '../refuse.ts';
import { CREDENTIAL_TYPES } from './artefacts.ts';
import { KEYS_MAX_AGE_SECONDS } from './public-documents.ts';

export const statusLists = new Hono<App>();

statusLists.get('/:id', async (c) => {
  const [list] = await publicDatabase(c.env.PUBLIC)
    .select({ document: lists.document })
    .from(lists)
    .where(eq(lists.id, c.req.param('id')));
  if (list === undefined) return refused(c, { reason: 'page_unknown' });
  return cached(c.req.raw, list.document, {
    contentType: preferredType(c.req.header('accept'), CREDENTIAL_TYPES),
    maxAgeSeconds: KEYS_MAX_AGE_SECONDS,
    vary: ['Accept'],
  });
});
statusLists.all('/:id', onlyMethods('GET', 'HEAD'));
