import { cachedOf } from '@laurel/http/cache';
import { readerOf } from '@laurel/http/reader';
import { contentSecurityPolicy, permissionsPolicy } from '@laurel/http/security-headers';
import { readingAssets } from '@laurel/http/static-assets';
import { htmlResponse } from '@laurel/pages/document';
import { STYLESHEET_HASH } from '@laurel/pages/stylesheet';
import { Hono } from 'hono';
import scripts from '../../generated/browser-scripts.json' with { type: 'json' };
import type { App } from '../env.ts';
import { ScanPage } from '../pages/scan-page.tsx';
import { onlyMethods, refused } from '../refuse.ts';

/** The one page that may use the camera, and the one that runs scripts of ours that are files. */
export const scan = new Hono<App>();

scan.get('/verify/scan', (c) => {
  const reader = readerOf(c.req.raw);
  return htmlResponse(<ScanPage reader={reader} />, reader, {
    headers: {
      'content-security-policy': contentSecurityPolicy({
        styles: [STYLESHEET_HASH],
        scripts: ['self'],
      }),
      'permissions-policy': permissionsPolicy({ camera: true }),
    },
  });
});
scan.all('/verify/scan', onlyMethods('GET', 'HEAD'));

/** The names hold a digest of the text. */
const SCRIPT_MAX_AGE_SECONDS = 31_536_000;

scan.get('/scripts/:file', (c) => {
  const file = c.req.param('file');
  if (!scripts.files.includes(file)) return refused(c, { reason: 'page_unknown' });
  return cachedOf(c.req.raw, null, () => readingAssets(c.env.ASSETS)(file), {
    contentType: 'text/javascript; charset=utf-8',
    maxAgeSeconds: SCRIPT_MAX_AGE_SECONDS,
    immutable: true,
  });
});
scan.all('/scripts/:file', onlyMethods('GET', 'HEAD'));
