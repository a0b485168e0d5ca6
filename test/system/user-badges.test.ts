import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { browserSession, logIn } from '../support/browser-session.ts';
import { aHeldCredential, makeCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { expectProblem } from '../support/problem.ts';

/** As Let’s Connect answers and Capacity Exchange reads it, with one member more. */
const Feed = z.array(
  z.strictObject({
    name: z.string().min(1),
    description: z.string().min(1),
    picture: z.url(),
    verification_code: z.string().regex(/^\w{17}$/),
    timestamp: z.iso.datetime(),
    url: z.url(),
  }),
);

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

function ask(username: string): Promise<Response> {
  return fetch(`${laurel.url}/user-badges?${new URLSearchParams({ username })}`);
}

async function feedOf(username: string) {
  const answer = await ask(username);
  expect(answer.status).toBe(200);
  return Feed.parse(await answer.json());
}

/** Somebody with one credential that says their name, its link on. */
async function somebodyShown(username: string) {
  const held = await aHeldCredential(laurel, username);
  await held.session.post(`/me/credentials/${held.id}/link`, { link: 'on' });
  return held;
}

test('nobody is found until they list a badge, and then by the names that people write', async () => {
  const { id, session } = await somebodyShown('Ngozi of Enugu');
  expect(await feedOf('Ngozi of Enugu')).toEqual([]);

  const listed = await session.post('/me/feed', { credential: id });

  expect(listed.headers.get('location')).toContain('done=listed');
  for (const written of [
    'Ngozi of Enugu',
    'ngozi_of_Enugu',
    'User:Ngozi of Enugu',
    ' Ngozi of Enugu ',
  ]) {
    const [badge, ...others] = await feedOf(written);
    expect(others).toEqual([]);
    expect(badge).toMatchObject({
      name: 'Workshop Participation',
      verification_code: id,
      url: `${laurel.origin}/c/${id}`,
    });
  }
  const [badge] = await feedOf('Ngozi of Enugu');
  const picture = await fetch(badge?.picture ?? '');
  expect(picture.headers.get('content-type')).toBe('image/png');
  expect(await (await session.get('/me/feed')).text()).toContain('checked');
});

test('whoever listed none is answered as who does not exist, to the last byte', async () => {
  await somebodyShown('Ebele of Onitsha');
  const told = async (answer: Response) => ({
    status: answer.status,
    headers: [...answer.headers].filter(([name]) => name !== 'date'),
    body: await answer.text(),
  });

  const quiet = await told(await ask('Ebele of Onitsha'));

  expect(quiet.body).toBe('[]');
  for (const nobody of [
    'Nobody of Nowhere',
    '10.0.0.1',
    'a#b',
    'x'.repeat(9_000),
    "' or 1 --",
    '☃',
  ]) {
    expect(await told(await ask(nobody))).toEqual(quiet);
  }
});

test('a link that is switched off leaves the list, and comes back with it; a withdrawn one is forgotten', async () => {
  const { id, session } = await somebodyShown('Chidi of Owerri');
  await session.post('/me/feed', { credential: id });

  await session.post(`/me/credentials/${id}/link`, { link: 'off' });
  expect(await feedOf('Chidi of Owerri')).toEqual([]);
  await session.post(`/me/credentials/${id}/link`, { link: 'on' });
  expect(await feedOf('Chidi of Owerri')).toHaveLength(1);

  await session.post(`/me/credentials/${id}/withdraw`);
  expect(await feedOf('Chidi of Owerri')).toEqual([]);
  const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-verifier');
  const rows = await store
    .prepare("select count(*) as count from badge_feed where username = 'Chidi of Owerri'")
    .first('count');
  expect(rows).toBe(0);
});

test('listing nothing ends it', async () => {
  const { id, session } = await somebodyShown('Ada of Awka');
  await session.post('/me/feed', { credential: id });

  await session.post('/me/feed');

  expect(await feedOf('Ada of Awka')).toEqual([]);
  expect((await session.get('/me/feed')).status).toBe(200);
});

test('one that names nobody cannot be listed, nor somebody else’s; and nothing changes', async () => {
  const { id, award, session } = await somebodyShown('Ifeoma of Asaba');
  const other = await somebodyShown('Obi of Asaba');
  const nameless = await makeCredential(session, award, { disclosure: 'none' });
  await session.post('/me/feed', { credential: id });

  const refused = await session.post(
    '/me/feed',
    { credential: nameless },
    { accept: 'application/json' },
  );
  const strangers = await session.post(
    '/me/feed',
    { credential: other.id },
    { accept: 'application/json' },
  );

  await expectProblem(refused, { reason: 'request_invalid' });
  await expectProblem(strangers, { reason: 'credential_unknown' });
  expect((await feedOf('Ifeoma of Asaba')).map((one) => one.verification_code)).toEqual([id]);
  expect(await feedOf('Obi of Asaba')).toEqual([]);
});

test('pages of other sites may read it, nobody keeps a copy, and without a name it is refused', async () => {
  const answer = await ask('Nobody of Nowhere');
  const nameless = await fetch(`${laurel.url}/user-badges`);

  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  await expectProblem(nameless, { reason: 'request_invalid' });
});

test('the page asks for a login, and offers nothing to who has nothing', async () => {
  const session = browserSession(laurel);
  expect((await session.get('/me/feed')).status).toBe(401);
  await logIn(session, 'Somebody Without Badges');

  expect(await (await session.get('/me/feed')).text()).toContain('nothing that could be listed');
});
