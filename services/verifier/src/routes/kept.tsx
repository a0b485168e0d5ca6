import { cachedOf } from '@laurel/http/cache';
import { readerOf } from '@laurel/http/reader';
import { contentSecurityPolicy } from '@laurel/http/security-headers';
import { readingAssets } from '@laurel/http/static-assets';
import { htmlResponse } from '@laurel/pages/document';
import { STYLESHEET_HASH } from '@laurel/pages/stylesheet';
import { Hono } from 'hono';
import scripts from '../../generated/browser-scripts.json' with { type: 'json' };
import type { App } from '../env.ts';
import { KeptPage } from '../pages/kept-page.tsx';
import { onlyMethods } from '../refuse.ts';

/**
 * What somebody keeps on a device. The page is the same for everybody: what is kept is known to the device
 * alone. Its worker sees no other page, as its scope is this one.
 */
export const kept = new Hono<App>();

const POLICY = contentSecurityPolicy({ styles: [STYLESHEET_HASH], scripts: ['self'], keeps: true });

/** A worker is looked for anew each time the page is opened. */
const WORKER_MAX_AGE_SECONDS = 0;
const MANIFEST_MAX_AGE_SECONDS = 300;

kept.get('/kept', (c) => c.redirect('/kept/', 301));

kept.get('/kept/', (c) => {
  const reader = readerOf(c.req.raw);
  return htmlResponse(<KeptPage reader={reader} />, reader, {
    headers: { 'content-security-policy': POLICY },
  });
});

kept.get('/kept/worker.js', (c) =>
  cachedOf(c.req.raw, scripts.worker, () => readingAssets(c.env.ASSETS)(scripts.worker), {
    contentType: 'text/javascript; charset=utf-8',
    maxAgeSeconds: WORKER_MAX_AGE_SECONDS,
    headers: { 'content-security-policy': POLICY },
  }),
);

/** Web Application Manifest (W3C), so that it can be put beside a phone's other apps. */
kept.get('/kept/manifest.webmanifest', (c) => {
  const { message, language, direction } = readerOf(c.req.raw).messages;
  const manifest = {
    id: '/kept/',
    name: `${message('kept-title')} – ${message('laurel-name')}`,
    short_name: message('laurel-name'),
    lang: language,
    dir: direction,
    start_url: '/kept/',
    scope: '/kept/',
    display: 'standalone',
    background_color: '#f6f5ef',
    theme_color: '#17563a',
    icons: [{ src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' }],
  };
  return cachedOf(c.req.raw, manifest, () => JSON.stringify(manifest), {
    contentType: 'application/manifest+json; charset=utf-8',
    maxAgeSeconds: MANIFEST_MAX_AGE_SECONDS,
    vary: ['Accept-Language'],
  });
});

for (const path of ['/kept', '/kept/', '/kept/worker.js', '/kept/manifest.webmanifest']) {
  kept.all(path, onlyMethods('GET', 'HEAD'));
}
