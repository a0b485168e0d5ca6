import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { accountNamed } from '../../development/wikimedia/account.ts';
import { type BrowserSession, browserSession, logIn } from './browser-session.ts';
import type { Laurel } from './laurel.ts';

/** The token that a browser holds over http; empty where it holds none. */
export function tokenOf({ cookies }: BrowserSession): string {
  return cookies.get('laurel-session') ?? '';
}

/** As which the store knows a token. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Another browser that somehow came to hold this token. */
export function browserWith(laurel: Laurel, token: string): BrowserSession {
  const browser = browserSession(laurel);
  browser.cookies.set('laurel-session', token);
  return browser;
}

export async function signedIn(laurel: Laurel, username: string): Promise<BrowserSession> {
  const session = browserSession(laurel);
  expect((await logIn(session, username)).status).toBe(303);
  return session;
}

export async function isIn(session: BrowserSession): Promise<boolean> {
  return (await session.get('/me')).status === 200;
}

/** What the passing of so many seconds is to the session of this token: its moments lie further back. */
export async function passTime(laurel: Laurel, token: string, seconds: number): Promise<void> {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  const moved = await store
    .prepare(
      `update sessions set rotated_at_seconds = rotated_at_seconds - ?1,
        idle_until_seconds = idle_until_seconds - ?1, ends_at_seconds = ends_at_seconds - ?1
        where token_hash = ?2`,
    )
    .bind(seconds, hashOf(token))
    .run();
  expect(moved.meta.changes).toBe(1);
}

/** How many sessions an account has, those that are over but not swept yet among them. */
export async function sessionsOf(laurel: Laurel, username: string): Promise<number | null> {
  const found = accountNamed(username);
  const id = found.kind === 'account' ? found.account.accountId : '';
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  return store
    .prepare('select count(*) as count from sessions where account_id = ?')
    .bind(id)
    .first<number>('count');
}
