import { readerOf } from '@laurel/http/reader';
import { htmlResponse } from '@laurel/pages/document';
import { Hono } from 'hono';
import type { App } from '../env.ts';
import { HomePage } from '../pages/home-page.tsx';
import { onlyMethods } from '../refuse.ts';

export const home = new Hono<App>();

home.get('/', (c) => {
  const reader = readerOf(c.req.raw);
  return htmlResponse(<HomePage reader={reader} />, reader);
});
home.all('/', onlyMethods('GET', 'HEAD'));
