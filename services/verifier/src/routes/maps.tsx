import { preferredType } from '@laurel/http/media-type';
import { readerOf } from '@laurel/http/reader';
import { cachedPage } from '@laurel/pages/cached-page';
import type { Context } from 'hono';
import type { App } from '../env.ts';
import { mapDocument } from '../facts/map-document.ts';
import { MapPage } from '../pages/map-page.tsx';
import { publicDatabases } from '../record/database.ts';
import { findPublishedMap } from '../record/published-map.ts';
import { refused } from '../refuse.ts';
import { cachedJson, KEYS_MAX_AGE_SECONDS } from './public-documents.ts';

/** A map that an issuer shows, as a page or as JSON. */
export async function publishedMap(c: Context<App, '/:slug/maps/:map'>): Promise<Response> {
  const { LAUREL_ORIGIN } = c.env;
  const { slug, map } = c.req.param();
  const found = await findPublishedMap(publicDatabases(c.env), slug, map);
  if (found === null) return refused(c, { reason: 'page_unknown' });
  const facts = [{ ...found, known: [...found.known] }, LAUREL_ORIGIN];
  const type = preferredType(c.req.header('accept'), ['text/html', 'application/json']);
  if (type !== 'text/html') {
    const document = () => mapDocument(found, LAUREL_ORIGIN);
    return cachedJson(c.req.raw, facts, document, type, ['Accept']);
  }
  const reader = readerOf(c.req.raw);
  const page = () => <MapPage found={found} reader={reader} origin={LAUREL_ORIGIN} />;
  return cachedPage(c.req.raw, reader, facts, page, {
    maxAgeSeconds: KEYS_MAX_AGE_SECONDS,
    vary: ['Accept', 'Accept-Language'],
  });
}
