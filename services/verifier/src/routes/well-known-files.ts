import { cachedOf } from '@laurel/http/cache';
import { FAVICON } from '@laurel/pages/mark';
import { Hono } from 'hono';
import type { App } from '../env.ts';
import { onlyMethods } from '../refuse.ts';

const ONE_DAY_SECONDS = 86_400;

export const wellKnownFiles = new Hono<App>();

/** Programs that show a link with what it leads to, and ask for it when somebody shares it. */
const LINK_PREVIEWS = [
  'facebookexternalhit',
  'LinkedInBot',
  'Twitterbot',
  'WhatsApp',
  'TelegramBot',
  'Slackbot-LinkExpanding',
  'Discordbot',
] as const;

/** RFC 9309. Of two rules that fit the longer one counts; of some readers the first. */
const ROBOTS = [
  ...LINK_PREVIEWS.map((name) => `User-agent: ${name}`),
  ...['/c/', '/issuers/', '/achievements/'].map((path) => `Allow: ${path}`),
  'Disallow: /',
  '',
  'User-agent: *',
  'Disallow: /',
  '',
].join('\n');

/** Credentials are handed on by their holders, never found by search: `noindex` goes for the others too. */
wellKnownFiles.get('/robots.txt', (c) =>
  cachedOf(c.req.raw, null, () => ROBOTS, {
    contentType: 'text/plain; charset=utf-8',
    maxAgeSeconds: ONE_DAY_SECONDS,
  }),
);

wellKnownFiles.get('/favicon.svg', (c) =>
  cachedOf(c.req.raw, null, () => FAVICON, {
    contentType: 'image/svg+xml',
    maxAgeSeconds: ONE_DAY_SECONDS,
  }),
);

for (const path of ['/robots.txt', '/favicon.svg']) {
  wellKnownFiles.all(path, onlyMethods('GET', 'HEAD'));
}
