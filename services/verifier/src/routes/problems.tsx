import { isReason, remedyInGeneral } from '@laurel/http/problem';
import { readerOf } from '@laurel/http/reader';
import { htmlResponse } from '@laurel/pages/document';
import { Hono } from 'hono';
import type { App } from '../env.ts';
import { ProblemTypePage } from '../pages/problem-type-page.tsx';
import { onlyMethods, refused } from '../refuse.ts';

export const problems = new Hono<App>();

problems.get('/:reason', (c) => {
  const reason = c.req.param('reason');
  if (!isReason(reason)) return refused(c, { reason: 'page_unknown' });
  const reader = readerOf(c.req.raw);
  const remedy = remedyInGeneral(reason, reader.messages);
  return htmlResponse(<ProblemTypePage reason={reason} remedy={remedy} reader={reader} />, reader);
});
problems.all('/:reason', onlyMethods('GET', 'HEAD'));
