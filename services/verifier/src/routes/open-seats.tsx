import { cachedOf } from '@laurel/http/cache';
import { factsOfReader, type Reader, readerOf } from '@laurel/http/reader';
import { htmlOf } from '@laurel/pages/document';
import { type Context, Hono } from 'hono';
import type { App } from '../env.ts';
import { seatFeedXml } from '../facts/seat-feed.ts';
import { OpenSeatsPage } from '../pages/open-seats-page.tsx';
import { publicDatabases } from '../record/database.ts';
import { findIssuer, type PublishedIssuer } from '../record/issuer.ts';
import { findSeatFeed, type SeatFeed } from '../record/open-seats.ts';
import { onlyMethods, refused } from '../refuse.ts';

const MAX_AGE_SECONDS = 300;

/** `/issuers/{slug}/seats`: roles that end soon, of issuers that tell, for people and for feed readers. */
export const openSeats = new Hono<App>();

openSeats.get('/:slug/seats', (c) =>
  answer(c, 'text/html', (feed, { face }, reader) =>
    htmlOf(<OpenSeatsPage feed={feed} face={face} reader={reader} />),
  ),
);

openSeats.get('/:slug/seats.atom', (c) =>
  answer(c, 'application/atom+xml', (feed, { face }, reader) =>
    seatFeedXml(feed, face, c.env.LAUREL_ORIGIN, reader),
  ),
);

async function answer(
  c: Context<App, '/:slug/:file'>,
  type: string,
  write: (feed: SeatFeed, issuer: PublishedIssuer, reader: Reader) => string | Promise<string>,
): Promise<Response> {
  const slug = c.req.param('slug');
  const db = await publicDatabases(c.env).ofIssuer(slug);
  const [issuer, feed] = await Promise.all([
    findIssuer(db, c.env.LAUREL_ORIGIN, slug),
    findSeatFeed(db, slug),
  ]);
  if (issuer === null || feed === null) return refused(c, { reason: 'page_unknown' });
  const reader = readerOf(c.req.raw);
  const facts = [feed, issuer, c.env.LAUREL_ORIGIN, factsOfReader(reader)];
  return cachedOf(c.req.raw, facts, () => write(feed, issuer, reader), {
    contentType: `${type}; charset=utf-8`,
    maxAgeSeconds: MAX_AGE_SECONDS,
    vary: ['Accept-Language'],
    headers: { 'content-language': reader.messages.language },
  });
}

for (const path of ['/:slug/seats', '/:slug/seats.atom']) {
  openSeats.all(path, onlyMethods('GET', 'HEAD'));
}
