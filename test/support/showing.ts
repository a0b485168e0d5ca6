import { expect } from 'vitest';
import type { BrowserSession } from './browser-session.ts';
import { hiddenFieldsIn } from './holding.ts';

/** Switches the link of a credential, as its holder. */
export async function switchLink(
  session: BrowserSession,
  id: string,
  link: 'on' | 'off',
): Promise<void> {
  const answer = await session.post(`/me/credentials/${id}/link`, { link });
  expect(answer.status).toBe(303);
}

/** Sends the form of a new collection; the answer. */
export async function postCollection(
  session: BrowserSession,
  ids: readonly string[],
  { title = 'What I did', words = '' } = {},
): Promise<Response> {
  const page = await (await session.get('/me/collections/new')).text();
  const { request_key = '' } = hiddenFieldsIn(page);
  return session.post('/me/collections', [
    ['request_key', request_key],
    ['title', title],
    ['words', words],
    ...ids.map((id) => ['credential', id] as const),
  ]);
}

/** Makes a collection and switches its link on; its id. */
export async function aCollection(
  session: BrowserSession,
  ids: readonly string[],
  texts: { readonly title?: string; readonly words?: string } = {},
): Promise<string> {
  const id = idIn(await postCollection(session, ids, texts));
  const on = await session.post(`/me/collections/${id}/link`, {
    link: 'on',
    also: 'credentials',
    aware: 'yes',
  });
  expect(on.status).toBe(303);
  return id;
}

/** The id of the collection that an answer leads to. */
export function idIn(answer: Response): string {
  const location = answer.headers.get('location') ?? '';
  const [, id] = /\/me\/collections\/(\w+)\?done=/.exec(location) ?? [];
  if (id === undefined) throw new Error(`no collection: ${answer.status} ${location}`);
  return id;
}
