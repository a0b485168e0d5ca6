import { cached } from '@laurel/http/cache';
import { keyHistories } from '@laurel/store/public/key-histories';
import { eq } from 'drizzle-orm';
import type { Context } from 'hono';
import type { App } from '../env.ts';
import { publicDatabases } from '../record/database.ts';
import { refused } from '../refuse.ts';
import { KEYS_MAX_AGE_SECONDS } from './public-documents.ts';

/** The dates of somebody's keys as the root key has signed them, byte for byte. The owner is a slug, or empty for the service. */
export async function keyHistory(c: Context<App>, owner: string): Promise<Response> {
  const db = await publicDatabases(c.env).ofIssuer(owner);
  const [history] = await db
    .select({ document: keyHistories.document })
    .from(keyHistories)
    .where(eq(keyHistories.issuer, owner));
  if (history === undefined) return refused(c, { reason: 'page_unknown' });
  return cached(c.req.raw, history.document, {
    contentType: 'application/json',
    maxAgeSeconds: KEYS_MAX_AGE_SECONDS,
    headers: { 'access-control-allow-origin': '*' },
  });
}
