import { dayOf } from '@laurel/core/day';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import { zipStream } from '../../certificates/zip-stream.ts';
import { answerRefusal } from '../../session/answer-refusal.tsx';
import { onlyMethods } from '../../session/only-methods.ts';
import { isOwnRequest } from '../../session/own-request.ts';
import type { HolderApp } from '../require-session.ts';
import { signedInPage } from '../signed-in-page.tsx';
import { ExportPage } from './export-page.tsx';
import { filesOfExport } from './files-of-export.tsx';
import { ownThings } from './own-things.ts';
import { exportParts } from './parts.ts';

/** Everything that is kept about somebody, for themselves. Asking for it changes nothing. */
export const exportRoutes = new Hono<HolderApp>();

exportRoutes.get('/export', async (c) => {
  const { desk, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const { credentials, records } = await ownThings(desk, holder.accountId);
  return signedInPage({
    title: reader.messages.message('me-export-title'),
    path: '/me/export',
    reader,
    session: holder,
    children: <ExportPage parts={exportParts(credentials, records).length} reader={reader} />,
  });
});

/** `?part=` from 1. A link of another site leads to the page, so that nobody is made to download all of it. */
exportRoutes.get('/export/archive.zip', async (c) => {
  const { desk, holder } = c.var;
  const reader = readerOf(c.req.raw);
  if (!isOwnRequest(c.req.raw.headers, desk.origin)) {
    return c.redirect(linkTo('/me/export', reader), 303);
  }
  const own = await ownThings(desk, holder.accountId);
  const parts = exportParts(own.credentials, own.records);
  const part = partAsked(c);
  const sets = parts[part - 1];
  if (sets === undefined) {
    return answerRefusal(
      c.req.raw,
      { reason: 'page_unknown' },
      { origin: desk.origin, path: '/me/export' },
    );
  }
  const which = parts.length === 1 ? '' : `-${part}-of-${parts.length}`;
  const headers = {
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename="laurel-${dayOf(desk.nowSeconds)}${which}.zip"`,
    'cache-control': 'private, no-store',
  };
  if (c.req.raw.method === 'HEAD') return new Response(null, { headers });
  const { accountId } = holder;
  const wanted = { accountId, own, sets, part, parts: parts.length, reader };
  return new Response(zipStream(filesOfExport(desk, wanted), desk.nowSeconds), { headers });
});

exportRoutes.all('/export', onlyMethods('/me', 'GET'));
exportRoutes.all('/export/archive.zip', onlyMethods('/me/export', 'GET'));

/** The first one where the address does not say; 0, which there is never, for what is no number. */
function partAsked(c: Context<HolderApp>): number {
  const part = c.req.query('part') ?? '1';
  return /^[1-9]\d{0,3}$/.test(part) ? Number(part) : 0;
}
