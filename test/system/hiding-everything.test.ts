import { afterAll, beforeAll, expect, test } from 'vitest';
import { aHeldCredential, makeCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aHolder, makeRecord } from '../support/recording.ts';
import { aCollection, switchLink } from '../support/showing.ts';

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

const NEVER = 'x'.repeat(17);

/** Every public way to a credential, by its id. */
const WAYS = [
  '/c/{id}',
  '/c/{id}.json',
  '/c/{id}.jwt',
  '/c/{id}.jwt?profile=vc-jose',
  '/c/{id}.pdf',
  '/c/{id}.png',
  '/c/{id}.svg',
  '/c/{id}.bundle.json',
  '/c/{id}/certificate',
  '/c/{id}/embed',
  '/c/{id}/social.png',
  '/confirm/{id}',
];

/** What a stranger gets, with the id that was asked for taken out. */
async function seen(path: string, id: string, accept = 'text/html') {
  const answer = await fetch(`${laurel.url}${path.replace('{id}', id)}`, { headers: { accept } });
  const headers = [...answer.headers].filter(([name]) => name !== 'date');
  return { status: answer.status, headers, body: (await answer.text()).replaceAll(id, '{id}') };
}

async function verified(id: string) {
  const answer = await fetch(`${laurel.url}/api/verify`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url: `${laurel.origin}/c/${id}` }),
  });
  return (await answer.text()).replaceAll(id, '{id}');
}

async function listed(username: string) {
  const answer = await fetch(`${laurel.url}/user-badges?username=${encodeURIComponent(username)}`);
  return answer.text();
}

async function populated(username: string) {
  const { id: shown, award, session } = await aHeldCredential(laurel, username);
  const off = await makeCredential(session, award, { language: 'ar' });
  await switchLink(session, shown, 'on');
  const collection = await aCollection(session, [shown]);
  expect((await session.post('/me/feed', { credential: shown })).status).toBe(303);
  return { shown, off, collection, session };
}

test('after one tap a partner sees what a stranger sees for an id that never was; what was on comes back', async () => {
  const username = 'Ngozi of Onitsha';
  const { shown, off, collection, session } = await populated(username);
  expect((await seen('/c/{id}', shown)).status).toBe(200);
  expect(await listed(username)).not.toBe('[]');

  const copy = await (await fetch(`${laurel.url}/c/${shown}.json`)).json();
  const hidden = await session.post('/me/hide');
  expect(hidden.headers.get('location')).toContain('/me/hidden');
  await session.post('/me/hide');

  for (const way of WAYS) {
    for (const accept of ['text/html', 'application/json']) {
      expect(await seen(way, shown, accept)).toEqual(await seen(way, NEVER, accept));
    }
  }
  for (const accept of ['text/html', 'application/json']) {
    const of = (id: string) => seen('/collections/{id}', id, accept);
    expect(await of(collection)).toEqual(await of(NEVER));
  }
  expect(await verified(shown)).toBe(await verified(NEVER));
  expect(await listed(username)).toBe('[]');
  const kept = await fetch(`${laurel.url}/api/verify`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ credential: copy }),
  });
  expect(await kept.json()).toMatchObject({ verdict: 'valid' });

  const page = await (await session.get('/me/hidden')).text();
  expect(page).toContain(`value="${shown}"`);
  expect(page).toContain(`value="${collection}"`);
  expect(page).not.toContain(`value="${off}"`);
  const back = await session.post('/me/hidden/show', {
    credential: shown,
    collection,
    listed: shown,
  });
  expect(back.status).toBe(303);
  expect((await seen('/c/{id}', shown)).status).toBe(200);
  expect((await seen('/c/{id}', off)).status).toBe(404);
  expect((await seen('/collections/{id}', collection)).status).toBe(200);
  expect(await listed(username)).toContain(shown);
  expect(await (await session.get('/me/hidden')).text()).not.toContain(`value="${shown}"`);
});

test('only what was on and is one’s own comes back, and nothing once it is forgotten', async () => {
  const mine = await populated('Chidi of Owerri');
  const other = await populated('Obi of Umuahia');
  await mine.session.post('/me/hide');
  expect((await seen('/c/{id}', other.shown)).status).toBe(200);
  await other.session.post('/me/hide');

  await mine.session.post('/me/hidden/show', [
    ['credential', other.shown],
    ['credential', mine.off],
    ['collection', other.collection],
  ]);
  for (const id of [other.shown, mine.off]) {
    expect((await seen('/c/{id}', id)).status).toBe(404);
  }
  expect((await seen('/collections/{id}', other.collection)).status).toBe(404);

  await mine.session.post('/me/hidden/forget');
  await mine.session.post('/me/hidden/show', { credential: mine.shown });
  expect((await seen('/c/{id}', mine.shown)).status).toBe(404);
  expect(await (await other.session.get('/me/hidden')).text()).toContain(other.shown);
});

test('it is all or nothing: where one statement fails nothing is hidden, and the next tap hides it all', async () => {
  const { shown, collection, session } = await populated('Ada of Nnewi');
  const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
  await store.exec(
    `create trigger breaking before update of visible on collections when old.id = '${collection}' begin select raise(abort, 'broken'); end`,
  );
  const broken = await session.post('/me/hide');
  expect(broken.status).toBe(500);
  expect((await seen('/c/{id}', shown)).status).toBe(200);
  expect((await seen('/collections/{id}', collection)).status).toBe(200);

  await store.exec('drop trigger breaking');
  expect((await session.post('/me/hide')).status).toBe(303);
  expect((await seen('/c/{id}', shown)).status).toBe(404);
  expect((await seen('/collections/{id}', collection)).status).toBe(404);
});

test('a learner record is hidden with everything else, and comes back', async () => {
  const { session, credentials } = await aHolder(laurel, 'Chinwe of Nnewi', [{}, {}]);
  const record = await makeRecord(session, credentials);
  await session.post(`/me/record/${record}/link`, { link: 'on' });
  expect((await seen('/c/{id}', record)).status).toBe(200);

  await session.post('/me/hide');

  for (const way of ['/c/{id}', '/c/{id}.json', '/c/{id}.bundle.json']) {
    expect(await seen(way, record)).toEqual(await seen(way, NEVER));
  }
  expect(await (await session.get('/me/hidden')).text()).toContain(`value="${record}"`);
  await session.post('/me/hidden/show', { credential: record });
  expect((await seen('/c/{id}', record)).status).toBe(200);
});
