import { expect } from 'vitest';
import type { BrowserSession } from './browser-session.ts';
import { hiddenFieldsIn } from './holding.ts';
import type { Laurel } from './laurel.ts';

const STORY =
  'She kept the archive of our group in order for two years, and taught three of us how it works.';

/** What somebody types to nominate; one change to it per test. */
export function aNomination(username: string, change: Readonly<Record<string, string>> = {}) {
  return {
    username,
    achievement: 'newcomer-support',
    story: STORY,
    evidence: 'on-wiki-page',
    url: 'https://meta.wikimedia.org/wiki/User:Archive',
    ...change,
  };
}

/** Fills in the form, compares the account, and sends: the last answer. */
export async function nominateBy(
  session: BrowserSession,
  issuer: string,
  fields: Readonly<Record<string, string>>,
): Promise<Response> {
  const checked = await session.post(`/desk/nominate/${issuer}`, fields);
  if (checked.status !== 200) return checked;
  const kept = hiddenFieldsIn(await checked.text());
  return session.post(`/desk/nominate/${issuer}`, { ...kept, ...fields, act: 'send' });
}

/** The same, which has to succeed; the id of the nomination. */
export async function nominated(
  laurel: Laurel,
  session: BrowserSession,
  fields: Readonly<Record<string, string>>,
  issuer = laurel.issuer,
): Promise<string> {
  const before = await waitingOf(session);
  const sent = await nominateBy(session, issuer, fields);
  if (sent.status !== 303) throw new Error(`${sent.status}: ${await sent.text()}`);
  expect(sent.headers.get('location')).toBe('/desk/nominations?done=sent');
  const [id] = (await waitingOf(session)).filter((one) => !before.includes(one));
  if (id === undefined) throw new Error('nothing was nominated');
  return id;
}

async function waitingOf(session: BrowserSession): Promise<readonly string[]> {
  const page = await (await session.get('/desk/nominations')).text();
  return [...page.matchAll(/\/desk\/nominations\/(\w+)\/withdraw/g)].map(([, id]) => id ?? '');
}

/** Lets so many days pass for every nomination that is there: its moments lie further back. */
export async function passDays(laurel: Laurel, days: number): Promise<void> {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  await store
    .prepare(
      `update nominations set created_at_seconds = created_at_seconds - ?1,
        lapses_at_seconds = lapses_at_seconds - ?1, decided_at_seconds = decided_at_seconds - ?1`,
    )
    .bind(days * 86_400)
    .run();
}

/** A nomination as it is kept. */
export async function storedNomination(laurel: Laurel, id: string) {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  return store
    .prepare('select nominee, story, evidence, state, batch_id from nominations where id = ?')
    .bind(id)
    .first();
}
