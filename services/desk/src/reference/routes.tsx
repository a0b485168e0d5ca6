import { ShownDocument } from '@laurel/api-description/document';
import { REFERENCE_STYLESHEET } from '@laurel/api-description/stylesheet';
import { cachedOf } from '@laurel/http/cache';
import { readerOf } from '@laurel/http/reader';
import { cachedPage } from '@laurel/pages/cached-page';
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
  return cachedOf(c.req.raw, [tables.descriptionFile, origin], () => tables.description(origin), {
    contentType: 'application/json',
    maxAgeSeconds: MAX_AGE_SECONDS,
  });
});

referenceRoutes.get('/reference', async (c) => {
  const reader = readerOf(c.req.raw);
  const { message } = reader.messages;
  const { origin, tables } = c.var.desk;
  const page = async () => (
    <Layout
      title={message('reference-title')}
      path="/api/v1/reference"
      reader={reader}
      styles={REFERENCE_STYLESHEET}
      menu={<a href={linkTo('/desk', reader)}>{message('desk-nav-desk')}</a>}
    >
      <ReferencePage
        document={ShownDocument.parse(JSON.parse(await tables.description(origin)))}
        reader={reader}
      />
    </Layout>
  );
  return cachedPage(c.req.raw, reader, [tables.descriptionFile, origin], page, {
    maxAgeSeconds: MAX_AGE_SECONDS,
    vary: ['Accept-Language'],
  });
});

referenceRoutes.all('/openapi.json', onlyAllowing('GET'));
referenceRoutes.all('/reference', onlyAllowing('GET'));
