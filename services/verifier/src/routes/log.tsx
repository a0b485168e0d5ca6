import { cached } from '@laurel/http/cache';
import { readerOf } from '@laurel/http/reader';
import { readTilePath } from '@laurel/log/tile';
import { htmlResponse } from '@laurel/pages/document';
import { Hono } from 'hono';
import type { App } from '../env.ts';
import { findCheckpoint } from '../log/checkpoint.ts';
import { findTile } from '../log/tiles.ts';
import { LogPage } from '../pages/log-page.tsx';
import { publicDatabase } from '../record/database.ts';
import { onlyMethods, refused } from '../refuse.ts';

/** The transparency log, by the addresses that C2SP tlog-tiles gives it below its prefix. */
export const log = new Hono<App>();

const ONE_YEAR_SECONDS = 31_536_000;

log.get('/', async (c) => {
  const reader = readerOf(c.req.raw);
  const checkpoint = await findCheckpoint(publicDatabase(c.env.PUBLIC));
  return htmlResponse(
    <LogPage checkpoint={checkpoint} reader={reader} origin={c.env.LAUREL_ORIGIN} />,
    reader,
  );
});

log.get('/checkpoint', async (c) => {
  const checkpoint = await findCheckpoint(publicDatabase(c.env.PUBLIC));
  if (checkpoint === null) return refused(c, { reason: 'page_unknown' });
  return c.body(checkpoint.note, 200, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-cache',
  });
});

log.get('/tile/:tile{.+}', async (c) => {
  const tile = readTilePath(c.req.path.slice('/log/'.length));
  const bytes = tile === null ? null : await findTile(publicDatabase(c.env.PUBLIC), tile);
  if (bytes === null) return refused(c, { reason: 'page_unknown' });
  return cached(c.req.raw, bytes, {
    contentType: 'application/octet-stream',
    maxAgeSeconds: ONE_YEAR_SECONDS,
    immutable: true,
  });
});

for (const path of ['/', '/checkpoint', '/tile/:tile{.+}']) {
  log.all(path, onlyMethods('GET', 'HEAD'));
}
