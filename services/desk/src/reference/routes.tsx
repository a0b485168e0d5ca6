import { ShownDocument } from '@laurel/api-description/document';
import { REFERENCE_STYLESHEET } from '@laurel/api-description/stylesheet';
import { cached } from '@laurel/http/cache';
import { readerOf } from '@laurel/http/reader';
import { htmlResponse } from '@laurel/pages/document';
import { Layout } from '@laurel/pages/layout';
import { linkTo } from '@laurel/pages/link';
import { Hono } from 'hono';
import { onlyAllowing } from '../api/respond.ts';
import type { DeskApp } from '../app-context.ts';
import { ReferencePage } from './reference-page.tsx';

/** Nobody’s, and the same for everybody. */
const MAX_AGE_SECONDS = 300;

/** The API’s description of itself: for programs, and for people. */
export const referenceRoutes = new Hono<DeskApp>();

referenceRoutes.get('/openapi.json', async (c) => {
  const { origin, tables } = c.var.desk;
  return cached(c.req.raw, await tables.description(origin), {
    contentType: 'application/json',
    maxAgeSeconds: MAX_AGE_SECONDS,
  });
});

referenceRoutes.get('/reference', async (c) => {
  const reader = readerOf(c.req.raw);
  const { message } = reader.messages;
  const { origin, tables } = c.var.desk;
  const document = ShownDocument.parse(JSON.parse(await tables.description(origin)));
  return htmlResponse(
    <Layout
      title={message('reference-title')}
      path="/api/v1/reference"
      reader={reader}
      styles={REFERENCE_STYLESHEET}
      menu={<a href={linkTo('/desk', reader)}>{message('desk-nav-desk')}</a>}
    >
      <ReferencePage document={document} reader={reader} />
    </Layout>,
    reader,
    { headers: { 'cache-control': `public, max-age=${MAX_AGE_SECONDS}` } },
  );
});

referenceRoutes.all('/openapi.json', onlyAllowing('GET'));
referenceRoutes.all('/reference', onlyAllowing('GET'));
