import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import {
  aHeldCredential,
  anAcceptedAward,
  credentialIdsIn,
  makeCredential,
} from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { declare } from '../support/naming.ts';
import { aCollection, switchLink } from '../support/showing.ts';

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

const Badge = z.looseObject({
  id: z.string(),
  name: z.string(),
  credentialSubject: z.looseObject({ id: z.string(), achievement: z.unknown() }),
  credentialStatus: z.looseObject({ statusListIndex: z.string() }),
});

const statusOf = async (path: string) => (await fetch(`${laurel.url}${path}`)).status;

async function badge(id: string) {
  return Badge.parse(await (await fetch(`${laurel.url}/c/${id}.json`)).json());
}

async function verdictOf(credential: unknown) {
  const answer = await fetch(`${laurel.url}/api/verify`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ credential }),
  });
  return z.object({ verdict: z.string() }).parse(await answer.json()).verdict;
}

async function shown(username: string) {
  const { id, award, session } = await aHeldCredential(laurel, username);
  await switchLink(session, id, 'on');
  return { id, award, session };
}

test('a fresh credential with the same facts and its own ids takes the place; the old link is off for good', async () => {
  const { id: old, award, session } = await shown('Ebele of Asaba');
  const collection = await aCollection(session, [old]);
  const before = await badge(old);

  const post = () => session.post(`/me/credentials/${old}/rotate`, { copies: 'stays' });
  const answers = await Promise.all([post(), post()]);
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  const again = await post();
  const [, fresh = ''] = /#credential-(\w+)/.exec(again.headers.get('location') ?? '') ?? [];

  const page = await (await session.get(`/me/awards/${award}`)).text();
  expect([...credentialIdsIn(page)].sort()).toEqual([old, fresh].sort());
  const after = await badge(fresh);
  expect(after.name).toBe(before.name);
  expect(after.credentialSubject.achievement).toEqual(before.credentialSubject.achievement);
  expect(after.id).not.toBe(before.id);
  expect(after.credentialSubject.id).not.toBe(before.credentialSubject.id);
  expect(after.credentialStatus.statusListIndex).not.toBe(before.credentialStatus.statusListIndex);
  const collected = await (await fetch(`${laurel.url}/collections/${collection}`)).text();
  expect(collected).toContain(fresh);
  expect(collected).not.toContain(old);

  expect(await statusOf(`/c/${old}`)).toBe(404);
  const on = await session.post(`/me/credentials/${old}/link`, { link: 'on' });
  expect(on.status).toBe(409);
  const download = await session.post(`/me/credentials/${old}/download`, { format: 'json' });
  expect(download.status).toBe(409);
  expect(await statusOf(`/c/${old}`)).toBe(404);
  expect(await verdictOf(before)).toBe('valid');
});

test('by the holder’s choice copies of the old one are withdrawn', async () => {
  const { id: old, session } = await shown('Kelechi of Aba');
  const copy = await badge(old);
  const answer = await session.post(`/me/credentials/${old}/rotate`, { copies: 'withdrawn' });
  const [, fresh = ''] = /#credential-(\w+)/.exec(answer.headers.get('location') ?? '') ?? [];

  expect(await verdictOf(copy)).toBe('withdrawn');
  expect(await verdictOf(await badge(fresh))).toBe('valid');
  const again = await session.post(`/me/credentials/${old}/rotate`, { copies: 'withdrawn' });
  expect(again.headers.get('location')).toContain(fresh);
});

test('a hidden link gives a hidden one; a stranger’s and a withdrawn one are not replaced', async () => {
  const { id: hidden, session } = await aHeldCredential(laurel, 'Musa of Zaria');
  const answer = await session.post(`/me/credentials/${hidden}/rotate`, { copies: 'stays' });
  const [, fresh = ''] = /#credential-(\w+)/.exec(answer.headers.get('location') ?? '') ?? [];
  expect(await statusOf(`/c/${fresh}`)).toBe(404);

  const stranger = await aHeldCredential(laurel, 'Ali of Sokoto');
  const theirs = await stranger.session.post(`/me/credentials/${fresh}/rotate`, {
    copies: 'withdrawn',
  });
  expect(theirs.status).toBe(404);
  await stranger.session.post(`/me/credentials/${stranger.id}/withdraw`);
  const gone = await stranger.session.post(`/me/credentials/${stranger.id}/rotate`, {
    copies: 'stays',
  });
  expect(gone.status).toBe(410);
});

test('one with a name that its holder gave is replaced by one with the same name, and the old address is as one that never was', async () => {
  const { award, session } = await anAcceptedAward(laurel, 'Quiet Heron of Jos');
  await declare(session, { ha: 'Zainab Ɓaƙo' });
  const old = await makeCredential(session, award, { disclosure: 'name', writing: 'ha' });
  await switchLink(session, old, 'on');
  const before = JSON.stringify(await badge(old));
  const answer = await session.post(`/me/credentials/${old}/rotate`, { copies: 'stays' });
  const [, fresh = ''] = /#credential-(\w+)/.exec(answer.headers.get('location') ?? '') ?? [];

  const after = JSON.stringify(await badge(fresh));
  for (const text of [before, after]) {
    expect(text).toContain('Zainab Ɓaƙo');
    expect(text).not.toContain('Quiet Heron');
  }
  expect(after).not.toContain(old);
  const never = [...old].reverse().join('');
  for (const file of ['', '.json', '.jwt', '.pdf', '/embed']) {
    expect(await answerOf(old, file), file).toEqual(await answerOf(never, file));
  }
});

/** What a stranger gets at an address of a credential, but for its id. */
async function answerOf(id: string, file: string) {
  const answer = await fetch(`${laurel.url}/c/${id}${file}`, { headers: { accept: 'text/html' } });
  const headers = [...answer.headers].filter(
    ([name]) => !['date', 'content-length'].includes(name),
  );
  return { status: answer.status, headers, body: (await answer.text()).replaceAll(id, '…') };
}
