import { worstOf } from '@laurel/core/worst-verdict';
import { preferredType } from '@laurel/http/media-type';
import { readerOf } from '@laurel/http/reader';
import { htmlResponse } from '@laurel/pages/document';
import { Hono } from 'hono';
import type { App } from '../env.ts';
import { CollectionPage } from '../pages/collection-page.tsx';
import { checkAnswer } from '../presented/check-answer.ts';
import { reportOnRecord } from '../presented/report.ts';
import { publicDatabases } from '../record/database.ts';
import { findCollection } from '../record/visible-collection.ts';
import { onlyMethods, refused } from '../refuse.ts';

/** Credentials that a holder shows together, with one verdict for all of them. */
export const collections = new Hono<App>();

/** A holder may switch a link off at any moment: nobody keeps a copy, shared or not. */
collections.use(async (c, next) => {
  await next();
  c.res.headers.set('cache-control', 'private, no-store');
});

collections.get('/:id', async (c) => {
  const { LAUREL_ORIGIN: origin } = c.env;
  const databases = publicDatabases(c.env);
  const found = await findCollection(databases, origin, c.req.param('id'));
  if (found === null) return refused(c, { reason: 'collection_unknown' });
  const { title, words } = found;
  const parts = await Promise.all(
    found.shown.map(async (one) => ({
      found: one,
      report: await reportOnRecord(databases, one, one.row.document, origin, c.var.nowSeconds),
    })),
  );
  const verdict = worstOf(parts.map(({ report }) => report.verdict));
  const reader = readerOf(c.req.raw);
  if (preferredType(c.req.header('accept'), ['text/html', 'application/json']) === 'text/html') {
    const page = (
      <CollectionPage
        title={title}
        words={words}
        verdict={verdict}
        parts={parts}
        reader={reader}
        path={c.req.path}
      />
    );
    return htmlResponse(page, reader);
  }
  const credentials = parts.map(({ found: { url }, report }) => ({
    url,
    verdict: report.verdict,
    checks: report.checks.map((check) => checkAnswer(check, reader.messages)),
    credential: report.credential,
  }));
  return c.json({ verdict, title, words, credentials }, 200, { vary: 'Accept, Accept-Language' });
});
collections.all('/:id', onlyMethods('GET', 'HEAD'));
