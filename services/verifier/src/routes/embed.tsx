import { readerOf } from '@laurel/http/reader';
import { htmlResponse } from '@laurel/pages/document';
import type { Context } from 'hono';
import type { App } from '../env.ts';
import { EmbedPage, EmptyEmbedPage } from '../pages/embed-page.tsx';
import { EMBED_STYLE_HASH } from '../pages/embed-style.ts';
import { reportOnRecord } from '../presented/report.ts';
import { publicDatabases } from '../record/database.ts';
import { findVisible } from '../record/visible-credential.ts';

/** How a credential stands, as other sites frame it. The one page of ours that may be framed. */
export async function embedPage(c: Context<App, '/:id/embed'>): Promise<Response> {
  const { LAUREL_ORIGIN: origin } = c.env;
  const reader = readerOf(c.req.raw);
  const found = await findVisible(publicDatabases(c.env), origin, c.req.param('id'));
  if (found === null) {
    return htmlResponse(<EmptyEmbedPage reader={reader} />, reader, {
      status: 404,
      headers: FRAMED,
    });
  }
  const { document } = found.row;
  const report = await reportOnRecord(
    publicDatabases(c.env),
    found,
    document,
    origin,
    c.var.nowSeconds,
  );
  return htmlResponse(<EmbedPage found={found} report={report} reader={reader} />, reader, {
    status: document === null ? 410 : 200,
    headers: FRAMED,
  });
}

/** Nothing but its own stylesheet, in anybody's frame. */
const FRAMED = {
  'content-security-policy': [
    "default-src 'none'",
    `style-src '${EMBED_STYLE_HASH}'`,
    "form-action 'none'",
    "base-uri 'none'",
    'frame-ancestors *',
  ].join('; '),
  'referrer-policy': 'no-referrer',
};
