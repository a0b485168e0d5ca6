import { accountIdOf } from '../../development/demonstration/seed.ts';
import { everyRow } from './every-row.ts';
import { aHeldCredential } from './holding.ts';
import type { Laurel } from './laurel.ts';
import { switchLink } from './showing.ts';

const SECONDS_PER_DAY = 86_400;

function privateStore({ runtime }: Laurel) {
  return runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
}

/** What the passing of so many seconds is to names and to work that waits: their moments lie further back. */
export async function letPass(laurel: Laurel, seconds: number): Promise<void> {
  const store = await privateStore(laurel);
  await store.batch(
    [
      `update accounts set username_seen_at_seconds = max(1, username_seen_at_seconds - ?1)
        where username_seen_at_seconds > 0`,
      'update accounts set missing_since_seconds = missing_since_seconds - ?1',
      'update outbox set due_at_seconds = max(0, due_at_seconds - ?1), leased_until_seconds = 0',
    ].map((sql) => store.prepare(sql).bind(seconds)),
  );
}

/** The hourly cron, then ticks until its work is done or waits. */
export async function look(laurel: Laurel): Promise<void> {
  await laurel.runtime.lookAtNames();
  do await laurel.runtime.tick();
  while ((await dueWork(laurel)) > 0);
}

/** A day later the names are looked at; an hour after that again, as whoever is missing is asked for twice. */
export async function aDayLater(laurel: Laurel): Promise<void> {
  await letPass(laurel, SECONDS_PER_DAY);
  await look(laurel);
  await letPass(laurel, 3_600);
  await look(laurel);
}

/** Rows of the outbox that are due now. */
async function dueWork(laurel: Laurel): Promise<number> {
  const store = await privateStore(laurel);
  const due = await store
    .prepare('select count(*) as count from outbox where due_at_seconds <= unixepoch()')
    .first<number>('count');
  return due ?? 0;
}

/** What an account is called here; null for one without a name. */
export async function labelOf(laurel: Laurel, accountId: string): Promise<string | null> {
  const store = await privateStore(laurel);
  return store
    .prepare('select username from accounts where id = ?')
    .bind(accountId)
    .first<string>('username');
}

/** Somebody whose certificate is listed under their user name. */
export async function somebodyListed(laurel: Laurel, username: string) {
  const held = await aHeldCredential(laurel, username);
  await switchLink(held.session, held.id, 'on');
  await held.session.post('/me/feed', { credential: held.id });
  return { ...held, account: accountIdOf(username) };
}

/** How often Wikimedia was asked by the Action API since. */
export function askingWikimedia({ standIn }: Laurel): () => number {
  const asked = () => standIn.requests.filter(({ path }) => path === '/w/api.php').length;
  const before = asked();
  return () => asked() - before;
}

/** Every row of both databases but the work that waits, and when each part was last seen. */
export async function rowsButWork({ runtime: { miniflare } }: Laurel) {
  const { part_states: _parts, ...pub } = await everyRow(
    await miniflare.getD1Database('PUBLIC', 'laurel-signer'),
  );
  const {
    outbox: _work,
    part_states: _seen,
    ...priv
  } = await everyRow(await miniflare.getD1Database('PRIVATE', 'laurel-signer'));
  return { pub, priv };
}
