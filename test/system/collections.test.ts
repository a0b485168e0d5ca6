import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { aSteward } from '../support/applying.ts';
import { revoke } from '../support/awarding.ts';
import { aHeldCredential, hiddenFieldsIn, makeCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { declare, wishedBy } from '../support/naming.ts';
import { aCollection, idIn, postCollection, switchLink } from '../support/showing.ts';

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

const Collection = z.object({
  verdict: z.string(),
  title: z.string(),
  words: z.string(),
  credentials: z.array(z.object({ url: z.string(), verdict: z.string() })),
});

async function opened(id: string) {
  const answer = await fetch(`${laurel.url}/collections/${id}`, {
    headers: { accept: 'application/json' },
  });
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  return { status: answer.status, body: await answer.text() };
}

async function collected(id: string) {
  const { credentials, ...rest } = Collection.parse(JSON.parse((await opened(id)).body));
  const ids = credentials.map(({ url }) => url.slice(url.lastIndexOf('/') + 1));
  return { ...rest, ids, verdicts: credentials.map(({ verdict }) => verdict) };
}

async function three(username: string) {
  const { id: first, award, session } = await aHeldCredential(laurel, username);
  const second = await makeCredential(session, award, { language: 'ar' });
  const third = await makeCredential(session, award);
  return { first, second, third, award, session };
}

test('a collection shows what its holder chose, in their order, with one verdict; the worst counts', async () => {
  const { first, second, third, award, session } = await three('Ṣadé of Ilorin');
  const id = await aCollection(session, [third, first, second], { title: 'أعمالي' });

  expect(id).toMatch(/^\w{17}$/);
  expect(await collected(id)).toMatchObject({
    verdict: 'valid',
    title: 'أعمالي',
    ids: [third, first, second],
    verdicts: ['valid', 'valid', 'valid'],
  });

  const page = await (await session.get(`/me/collections/${id}`)).text();
  const moved = await session.post(`/me/collections/${id}`, [
    ['revision', hiddenFieldsIn(page).revision ?? ''],
    ['title', 'أعمالي'],
    ['words', 'One\r\n\r\ntwo'],
    ...[third, first, second].map((one) => ['credential', one] as const),
    ['move', `up:${second}`],
  ]);
  expect(moved.status).toBe(303);
  expect(await collected(id)).toMatchObject({
    ids: [third, second, first],
    words: 'One\n\ntwo',
  });

  await revoke(laurel, award, { reason: 'issued_in_error' });
  expect(await collected(id)).toMatchObject({ verdict: 'revoked' });
  const html = await fetch(`${laurel.url}/collections/${id}`, { headers: { accept: 'text/html' } });
  expect(await html.text()).toContain('data-verdict="revoked"');
  expect(html.headers.get('x-robots-tag')).toContain('noindex');
});

test('what is hidden, withdrawn or switched off is not in it, and nothing tells that it was', async () => {
  const { first, second, third, session } = await three('Nneka of Awka');
  const id = await aCollection(session, [first, second, third]);
  const small = await aCollection(session, [second]);

  await switchLink(session, first, 'off');
  await session.post(`/me/credentials/${third}/withdraw`);

  const [left, alone] = [await opened(id), await opened(small)];
  expect(left).toEqual(alone);

  await switchLink(session, second, 'off');
  const unknown = await opened('x'.repeat(17));
  expect((await opened(id)).body.replaceAll(id, 'x'.repeat(17))).toBe(unknown.body);
  expect(unknown.status).toBe(404);
});

test('somebody else’s credential, none, 200, the same twice and a withdrawn one', async () => {
  const { first, second, third, session } = await three('Zainab of Kano');
  const stranger = await aHeldCredential(laurel, 'Bala of Jos');
  await session.post(`/me/credentials/${third}/withdraw`);
  const status = async (ids: readonly string[]) => (await postCollection(session, ids)).status;

  expect(await status([first, stranger.id])).toBe(404);
  expect(await status([])).toBe(422);
  expect(
    await status(Array.from({ length: 200 }, (_, at) => `${first.slice(0, 14)}${at + 100}`)),
  ).toBe(422);
  expect(await status([third])).toBe(410);
  const twice = await aCollection(session, [first, first, second]);
  expect(await collected(twice)).toMatchObject({ ids: [first, second] });
  const others = await stranger.session.get(`/me/collections/${twice}`);
  expect(others.status).toBe(404);
  for (const [path, fields] of [
    ['link', { link: 'on' }],
    ['rotate', { request_key: 'x'.repeat(17) }],
    ['delete', {}],
  ] as const) {
    const answer = await stranger.session.post(`/me/collections/${twice}/${path}`, fields);
    expect([path, answer.status]).toEqual([path, 404]);
  }
  expect(await collected(twice)).toMatchObject({ ids: [first, second] });
});

test('hostile titles are refused or shown as text, and what was typed is given back', async () => {
  const { first, session } = await three('Tolu of Ede');
  for (const title of ['', ' ', 'x'.repeat(121), 'a\u202Eb', 'a\u0000b', 'a\nb']) {
    const refused = await postCollection(session, [first], { title, words: 'kept' });
    expect([title, refused.status]).toEqual([title, 422]);
    expect(await refused.text()).toContain('kept');
  }
  const id = await aCollection(session, [first], { title: '<script>alert(1)</script>' });
  const html = await fetch(`${laurel.url}/collections/${id}`, { headers: { accept: 'text/html' } });
  expect(await html.text()).not.toContain('<script>alert');
});

test('the same form sent twice makes one; of two edits at once one is refused', async () => {
  const { first, second, session } = await three('Ife of Osogbo');
  const fields = [
    ['request_key', 'k'.repeat(17)],
    ['title', 'Once'],
    ['credential', first],
  ] as const;
  const [one, other] = await Promise.all([
    session.post('/me/collections', fields),
    session.post('/me/collections', fields),
  ]);
  const id = idIn(one);
  expect(idIn(other)).toBe(id);

  const edits = await Promise.all(
    ['A', 'B'].map((title) =>
      session.post(`/me/collections/${id}`, [
        ['revision', '0'],
        ['title', title],
        ['credential', second],
      ]),
    ),
  );
  expect(edits.map(({ status }) => status).sort()).toEqual([303, 409]);
});

test('a collection that mixes names and none is not shown before its holder says that they know', async () => {
  const { id: named, award, session } = await aHeldCredential(laurel, 'Amara of Nsukka');
  const nameless = await makeCredential(session, award, { disclosure: 'none' });
  const id = idIn(await postCollection(session, [named, nameless]));

  const page = await (await session.get(`/me/collections/${id}`)).text();
  expect(page).toContain('name="aware"');
  const unaware = await session.post(`/me/collections/${id}/link`, { link: 'on' });
  expect(unaware.status).toBe(422);
  expect((await opened(id)).status).toBe(404);
  const aware = await session.post(`/me/collections/${id}/link`, {
    link: 'on',
    aware: 'yes',
    also: 'credentials',
  });
  expect(aware.status).toBe(303);
  expect((await collected(id)).ids).toEqual([named, nameless]);
});

test('putting a credential that says another thing into a collection that is shown, or can be shown again, needs the same', async () => {
  const { id: named, award, session } = await aHeldCredential(laurel, 'Chidinma of Awgu');
  const nameless = await makeCredential(session, award, { disclosure: 'none' });
  await switchLink(session, named, 'on');
  const id = await aCollection(session, [nameless]);
  const add = async (revision: number, ...further: (readonly [string, string])[]) =>
    session.post(`/me/collections/${id}`, [
      ['revision', String(revision)],
      ['title', 'Typed anew'],
      ['credential', nameless],
      ['credential', named],
      ...further,
    ]);

  const unaware = await add(0);

  expect(unaware.status).toBe(422);
  const page = await unaware.text();
  expect(page).toContain('name="aware"');
  expect(page).toContain('value="Typed anew"');
  expect((await collected(id)).ids).toEqual([nameless]);
  await session.post('/me/hide');
  expect((await add(0)).status).toBe(422);
  await session.post('/me/hidden/show', [
    ['credential', named],
    ['credential', nameless],
    ['collection', id],
  ]);
  expect((await collected(id)).ids).toEqual([nameless]);

  expect((await add(0, ['aware', 'yes'])).status).toBe(303);
  expect((await collected(id)).ids).toEqual([nameless, named]);
  // Said once, it need not be said again.
  expect((await add(1)).status).toBe(303);
});

test('a name that its holder had before beside the one that they have now is mixed as well', async () => {
  const { award, session } = await three('Nkiru of Onitsha');
  const steward = await aSteward(laurel);
  await declare(session, { en: 'Nkiru Before' });
  const wish = { disclosure: 'name', writing: 'en' };
  const old = await makeCredential(session, award, wish);
  const path = await wishedBy(session, steward, { en: 'Nkiru After' });
  await steward.post(path, { decision: 'approved', answer: '' });
  const fresh = await makeCredential(session, award, wish);
  const id = idIn(await postCollection(session, [old, fresh]));

  const page = await (await session.get(`/me/collections/${id}`)).text();

  expect(page).toContain('name="aware"');
  for (const name of ['Nkiru Before', 'Nkiru After']) expect(page).toContain(name);
  expect((await session.post(`/me/collections/${id}/link`, { link: 'on' })).status).toBe(422);
  const rotate = async (one: string) => (await session.get(`/me/credentials/${one}/rotate`)).text();
  expect(await rotate(old)).toContain('the name that you have now');
  expect(await rotate(fresh)).not.toContain('the name that you have now');
});

test('another address, once for the same form; the old one never answers again; deleted is deleted', async () => {
  const { first, session } = await three('Uche of Enugu');
  const old = await aCollection(session, [first]);
  const fields = { request_key: 'r'.repeat(17) };
  const fresh = idIn(await session.post(`/me/collections/${old}/rotate`, fields));
  expect(idIn(await session.post(`/me/collections/${old}/rotate`, fields))).toBe(fresh);
  expect((await opened(old)).status).toBe(404);
  expect((await collected(fresh)).ids).toEqual([first]);

  expect((await session.post(`/me/collections/${fresh}/delete`)).status).toBe(303);
  expect((await opened(fresh)).status).toBe(404);
  expect(await (await session.get('/me/collections')).text()).not.toContain(fresh);
});
