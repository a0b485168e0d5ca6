import { cachedOf } from '@laurel/http/cache';
import { SANDBOXED_PICTURE } from '@laurel/http/security-headers';
import type { Context } from 'hono';
import type { App } from '../env.ts';
import { publicDatabases } from '../record/database.ts';
import { findLogo } from '../record/issuer-logo.ts';
import { refused } from '../refuse.ts';

/** Whoever asks by the digest is answered the same for ever; another asks again after a while. */
const NAMED_MAX_AGE_SECONDS = 31_536_000;
const MAX_AGE_SECONDS = 300;

/** An issuer’s own logo, as it was checked when it came. */
export async function issuerLogo(c: Context<App, '/:slug/logo'>): Promise<Response> {
  const slug = c.req.param('slug');
  const logo = await findLogo(await publicDatabases(c.env).ofIssuer(slug), slug);
  if (logo === null) return refused(c, { reason: 'page_unknown' });
  const named = c.req.query('v') ?? '';
  const isNamed = named.length >= 16 && logo.digest.startsWith(named);
  return cachedOf(c.req.raw, logo.digest, () => logo.bytes, {
    contentType: logo.type,
    maxAgeSeconds: isNamed ? NAMED_MAX_AGE_SECONDS : MAX_AGE_SECONDS,
    immutable: isNamed,
    headers: { 'content-security-policy': SANDBOXED_PICTURE },
  });
}
