import { storeRefusal } from '@laurel/store/unavailable';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { App } from '../env.ts';

/**
 * What strangers need to verify a copy, and what they may keep anyway. Nothing that a holder can switch off: a
 * credential, a collection or a list under a user name is never served from before.
 */
export const LAST_GOOD = [
  '/status/*',
  '/issuers/*',
  '/achievements/*',
  '/log/*',
  '/.well-known/did.json',
  '/.well-known/keys.json',
] as const;

const CACHE = 'laurel-last-good';

/** Twelve times as long as a status may be kept: longer than databases stay overloaded, shorter than anybody forgets a revocation. */
const MAX_STALE_SECONDS = 3_600;

/** One answer a minute is kept of each address. */
const KEPT_ANEW_MS = 60_000;
const MAX_REMEMBERED = 1_000;

/** How long others may keep an answer that is from before. */
const STALE_CONTROL = 'public, max-age=10';

/** When this isolate kept which answer. */
const keptAtMs = new Map<string, number>();

/**
 * Keeps the last good answer of a cacheable document in the platform's cache, and gives it while the database does not
 * answer (RFC 5861, Section 4). It is whole and as old as it says by `Age`.
 */
export const lastGood = createMiddleware<App>(async (c, next) => {
  await next();
  if (c.req.url.includes('?')) return;
  if (c.error !== undefined && storeRefusal(c.error) !== null) {
    const found = await findAnswer(c);
    if (found === null) return;
    // Else Hono would put the headers of the refusal over those of the answer.
    c.res = undefined;
    c.res = found;
  } else if (c.req.method === 'GET' && isKeepable(c.res)) {
    await keep(c);
  }
});

function isKeepable({ status, headers }: Response): boolean {
  return status === 200 && headers.get('cache-control')?.startsWith('public') === true;
}

async function keep(c: Context<App>): Promise<void> {
  const name = await nameOf(c);
  const nowMs = Date.now();
  if (nowMs - (keptAtMs.get(name) ?? 0) < KEPT_ANEW_MS) return;
  if (keptAtMs.size >= MAX_REMEMBERED) keptAtMs.clear();
  keptAtMs.set(name, nowMs);
  const copy = new Response(c.res.clone().body, c.res);
  copy.headers.set('cache-control', `public, max-age=${MAX_STALE_SECONDS}`);
  // The cache would keep answers apart by these; they are in the name.
  copy.headers.delete('vary');
  copy.headers.set(KEPT_AT_MS, String(nowMs));
  await (await caches.open(CACHE)).put(name, copy);
}

const KEPT_AT_MS = 'laurel-kept-at-ms';

async function findAnswer(c: Context<App>): Promise<Response | null> {
  const kept = await (await caches.open(CACHE)).match(await nameOf(c));
  if (kept === undefined) return null;
  const answer = new Response(kept.body, kept);
  const ageMs = Date.now() - Number(kept.headers.get(KEPT_AT_MS));
  if (ageMs > MAX_STALE_SECONDS * 1_000) return null;
  answer.headers.delete(KEPT_AT_MS);
  answer.headers.set('age', String(Math.ceil(ageMs / 1_000)));
  answer.headers.set('cache-control', STALE_CONTROL);
  answer.headers.set('vary', 'Accept, Accept-Language');
  return answer;
}

/** An address of ours that nobody can ask for: the address that was asked, and what its answer depends on. */
async function nameOf(c: Context<App>): Promise<string> {
  const depends = ['accept', 'accept-language'].map((name) => c.req.header(name) ?? '');
  const text = new TextEncoder().encode(JSON.stringify([c.req.path, ...depends]));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${c.env.LAUREL_ORIGIN}/last-good/${hex}`;
}
