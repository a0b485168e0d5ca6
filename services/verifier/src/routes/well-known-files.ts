import { cached } from '@laurel/http/cache';
import { FAVICON } from '@laurel/pages/mark';
import { Hono } from 'hono';
import type { App } from '../env.ts';
import { onlyMethods } from '../refuse.ts';

const ONE_DAY_SECONDS = 86_400;

export const wellKnownFiles = new Hono<App>();

/** Credentials are handed on by their holders, never found by search. */
wellKnownFiles.get('/robots.txt', (c) =>
  cached(c.req.raw, 'User-agent: *\nDisallow: /\n', {
    contentType: 'text/plain; charset=utf-8',
    maxAgeSeconds: ONE_DAY_SECONDS,
  }),
);

wellKnownFiles.get('/favicon.svg', (c) =>
  cached(c.req.raw, FAVICON, { contentType: 'image/svg+xml', maxAgeSeconds: ONE_DAY_SECONDS }),
);

for (const path of ['/robots.txt', '/favicon.svg']) {
  wellKnownFiles.all(path, onlyMethods('GET', 'HEAD'));
}
