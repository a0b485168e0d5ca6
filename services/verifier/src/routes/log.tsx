import { cached } from '@laurel/http/cache';
import { readerOf } from '@laurel/http/reader';
import { logPath } from '@laurel/log/checkpoint';
import { readTilePath } from '@laurel/log/tile';
import { htmlResponse } from '@laurel/pages/document';
import { FIRST } from '@laurel/store/directory/public-bindings';
import { type Context, Hono } from 'hono';
import type { App } from '../env.ts';
import { findCheckpoint } from '../log/checkpoint.ts';
import { findTile } from '../log/tiles.ts';
import { LogPage } from '../pages/log-page.tsx';
import { type PublicDatabase, publicDatabases } from '../record/database.ts';
import { onlyMethods, refused } from '../refuse.ts';

/**
 * The transparency log, by the addresses that C2SP tlog-tiles gives it below its prefix; and below a number of
 * their own those of the further databases that PUBLIC may be spread over.
 */
export const log = new Hono<App>();

const ONE_YEAR_SECONDS = 31_536_000;

/** A number of a further log: the first one's is no part of an address. */
const NUMBERED = '/:number{[0-9]+}';

type At = { readonly number: number; readonly db: PublicDatabase };

function at(c: Context<App>): At | null {
  const given = c.req.param('number');
  if (given === undefined) return { number: FIRST, db: publicDatabases(c.env).first };
  const number = Number(given);
  const db = publicDatabases(c.env).numbered(number);
  return db === null || number === FIRST || given !== String(number) ? null : { number, db };
}

async function page(c: Context<App>): Promise<Response> {
  const where = at(c);
  if (where === null) return refused(c, { reason: 'page_unknown' });
  const reader = readerOf(c.req.raw);
  const { each } = publicDatabases(c.env);
  return htmlResponse(
    <LogPage
      checkpoint={await findCheckpoint(where.db)}
      number={where.number}
      count={each.length}
      reader={reader}
      origin={c.env.LAUREL_ORIGIN}
    />,
    reader,
  );
}

async function checkpointNote(c: Context<App>): Promise<Response> {
  const where = at(c);
  const checkpoint = where === null ? null : await findCheckpoint(where.db);
  if (checkpoint === null) return refused(c, { reason: 'page_unknown' });
  return c.body(checkpoint.note, 200, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-cache',
  });
}

async function tileBytes(c: Context<App>): Promise<Response> {
  const where = at(c);
  const tile =
    where === null ? null : readTilePath(c.req.path.slice(logPath(where.number).length + 1));
  const bytes = where === null || tile === null ? null : await findTile(where.db, tile);
  if (bytes === null) return refused(c, { reason: 'page_unknown' });
  return cached(c.req.raw, bytes, {
    contentType: 'application/octet-stream',
    maxAgeSeconds: ONE_YEAR_SECONDS,
    immutable: true,
  });
}

const ANSWERS = [
  ['/', page],
  ['/checkpoint', checkpointNote],
  ['/tile/:tile{.+}', tileBytes],
  [NUMBERED, page],
  [`${NUMBERED}/checkpoint`, checkpointNote],
  [`${NUMBERED}/tile/:tile{.+}`, tileBytes],
] as const;
for (const [path, answer] of ANSWERS) {
  log.get(path, answer);
  log.all(path, onlyMethods('GET', 'HEAD'));
}
