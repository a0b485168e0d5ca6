import { cachedIfThere } from '@laurel/http/cache';
import { fetchAsset } from '@laurel/http/static-assets';
import { Hono } from 'hono';
import type { App, VerifierEnv } from '../env.ts';
import { onlyMethods, refused } from '../refuse.ts';

/** The names of fonts hold a digest of their bytes: another font has another address. */
const FONT_MAX_AGE_SECONDS = 31_536_000;
const LICENCES_MAX_AGE_SECONDS = 86_400;

const FONT = /^[a-z0-9-]+\.[0-9a-f]{12}\.woff2$/;
const LICENCES = 'OFL.txt';

/** Fonts that pages of certificates load, with their licences. No other site may use them from here. */
export const fonts = new Hono<App>();

fonts.get('/:file', async (c) => {
  const file = c.req.param('file');
  const isFont = FONT.test(file);
  if (!isFont && file !== LICENCES) return refused(c, { reason: 'page_unknown' });
  const answer = await cachedIfThere(c.req.raw, null, () => bytesOf(c.env, file), {
    contentType: isFont ? 'font/woff2' : 'text/plain; charset=utf-8',
    maxAgeSeconds: isFont ? FONT_MAX_AGE_SECONDS : LICENCES_MAX_AGE_SECONDS,
    immutable: isFont,
  });
  return answer ?? refused(c, { reason: 'page_unknown' });
});
fonts.all('/:file', onlyMethods('GET', 'HEAD'));

async function bytesOf(env: VerifierEnv, file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const found = await fetchAsset(env.ASSETS, file);
  return found.ok ? new Uint8Array(await found.arrayBuffer()) : null;
}
