import { expect } from 'vitest';
import type { BrowserSession } from './browser-session.ts';
import { privateStore } from './desk-calls.ts';
import { aHeldCredential, hiddenFieldsIn } from './holding.ts';
import type { Laurel } from './laurel.ts';
import { switchLink } from './showing.ts';
import { signedIn } from './stored-sessions.ts';

export const STORY =
  'For two years she sat down with whoever came new to the archive, and nobody left without knowing where to begin.';

/** What somebody types who was asked; one change to it per test. */
export function aStory(change: Readonly<Record<string, string>> = {}) {
  return {
    behaviour: 'welcoming-newcomers',
    story: STORY,
    language: 'en',
    disclosure: 'account',
    ...change,
  };
}

/** Somebody with a credential whose link is on. */
export async function aShownCredential(
  laurel: Laurel,
  username: string,
  fields: Readonly<Record<string, string>> = {},
) {
  const held = await aHeldCredential(laurel, username, fields);
  await switchLink(held.session, held.id, 'on');
  return held;
}

type Asking = { readonly session: BrowserSession; readonly award: string; readonly id: string };

/** Fills in the form, compares the account, and sends: the last answer. */
export async function askBy(
  { session, award, id }: Asking,
  username: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const path = `/me/awards/${award}/endorsements`;
  const typed = { credential: id, username, ...fields };
  const checked = await session.post(path, typed);
  if (checked.status !== 200) return checked;
  return session.post(path, { ...hiddenFieldsIn(await checked.text()), act: 'send' });
}

/** The same, which has to succeed; the id of the endorsement. */
export async function asked(
  laurel: Laurel,
  asking: Asking,
  username: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<string> {
  const sent = await askBy(asking, username, fields);
  if (sent.status !== 303) throw new Error(`${sent.status}: ${await sent.text()}`);
  const store = await privateStore(laurel);
  const id = await store
    .prepare('select id from endorsements order by rowid desc limit 1')
    .first<string>('id');
  return id ?? '';
}

/** Asked, written and accepted: the id of the endorsement, the id of what was signed, and whoever wrote it. */
export async function anEndorsement(
  laurel: Laurel,
  asking: Asking,
  username: string,
  change: Readonly<Record<string, string>> = {},
  fields: Readonly<Record<string, string>> = {},
) {
  const id = await asked(laurel, asking, username, fields);
  const endorser = await signedIn(laurel, username);
  const written = await endorser.post(`/me/endorsing/${id}`, aStory(change));
  if (written.status !== 303) throw new Error(`${written.status}: ${await written.text()}`);
  const accepted = await asking.session.post(`/me/endorsements/${id}/accept`);
  if (accepted.status !== 303) throw new Error(`${accepted.status}: ${await accepted.text()}`);
  expect(accepted.headers.get('location')).toContain('done=accepted');
  return { id, signed: await signedOf(laurel, id), endorser };
}

/** The credential that was signed last of an endorsement. */
async function signedOf(laurel: Laurel, id: string): Promise<string> {
  const store = await privateStore(laurel);
  const signed = await store
    .prepare(
      `select credential_id as id from intents where endorsement = ? and state = 'released'
        order by recorded_at_seconds desc limit 1`,
    )
    .bind(id)
    .first<string>('id');
  return signed ?? '';
}

/** How an endorsement is kept; null where there is none. */
export async function storedEndorsement(laurel: Laurel, id: string) {
  const store = await privateStore(laurel);
  return store.prepare('select state, story from endorsements where id = ?').bind(id).first();
}

type Listed = {
  readonly credential: string;
  readonly endorsements: readonly {
    readonly url: string;
    readonly verdict: string;
    readonly credential: Record<string, unknown>;
  }[];
};

/** What is listed of a credential, as programs read it. */
export async function listed(laurel: Laurel, credential: string): Promise<Listed> {
  const answer = await fetch(`${laurel.url}/c/${credential}/endorsements.json`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Listed;
}
