import { afterAll, beforeAll, expect, test } from 'vitest';
import { STEWARD } from '../../development/demonstration/seed.ts';
import { aSteward } from '../support/applying.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { anAcceptedAward, makeCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { declare, namedAs, wishedBy } from '../support/naming.ts';
import { expectProblem } from '../support/problem.ts';
import { signedIn } from '../support/stored-sessions.ts';

const JSON_ACCEPT = { accept: 'application/json' };
const QUEUE = '/desk/stewards/names';

let laurel: Laurel;
let steward: BrowserSession;
beforeAll(async () => {
  laurel = await startLaurel();
  steward = await aSteward(laurel);
});
afterAll(() => laurel.stop());

async function named(username: string, name: string): Promise<BrowserSession> {
  const session = await signedIn(laurel, username);
  await declare(session, { en: name });
  return session;
}

async function stored(statement: string): Promise<string> {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  return JSON.stringify((await store.prepare(statement).all()).results);
}

/** Wishes lie so many days further back. */
async function passDays(days: number): Promise<void> {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  await store
    .prepare(
      `update name_changes set asked_at_seconds = asked_at_seconds - ?1,
        decided_at_seconds = decided_at_seconds - ?1`,
    )
    .bind(days * 86_400)
    .run();
}

test('a change waits for a steward, who sees who asks, both names and why; then new certificates have it and old ones keep theirs', async () => {
  const { award, session } = await anAcceptedAward(laurel, 'Adaeze of Enugu');
  await declare(session, { en: 'Adaeze Obi' });
  const wish = { disclosure: 'name', writing: 'en' };
  const before = await makeCredential(session, award, wish);
  const path = await wishedBy(session, steward, { en: 'Adaeze Nwosu', ar: 'أدايزي' });
  expect(await (await session.get('/me/name')).text()).toContain('waits for a steward');

  const page = await (await steward.get(path)).text();
  for (const said of ['Adaeze of Enugu', 'Adaeze Obi', 'Adaeze Nwosu', 'أدايزي', 'I married.']) {
    expect(page).toContain(said);
  }
  const decided = await steward.post(path, { decision: 'approved', answer: 'Congratulations!' });

  expect(decided.status).toBe(303);
  const own = await (await session.get('/me/name')).text();
  expect(own).toContain('Adaeze Nwosu');
  expect(own).toContain('Congratulations!');
  expect(own).toContain('Certificates made before keep the old name');
  expect(await stored('select * from declared_names')).not.toContain('Adaeze Obi');
  expect(await stored('select * from name_changes')).not.toMatch(/Adaeze|married/);
  const after = await makeCredential(session, award, wish);
  for (const [id, name] of [
    [before, 'Adaeze Obi'],
    [after, 'Adaeze Nwosu'],
  ]) {
    await session.post(`/me/credentials/${id}/link`, { link: 'on' });
    const { credentialSubject } = await (await fetch(`${laurel.url}/c/${id}.json`)).json<{
      credentialSubject: { identifier: { identityHash: string }[] };
    }>();
    expect(credentialSubject.identifier).toMatchObject([{ identityHash: name }]);
  }
  const trail = await (await steward.get('/desk/stewards/audit')).text();
  expect(trail).toContain('Changed a name as its holder asked');
  expect(trail).not.toMatch(/Adaeze (Obi|Nwosu)/);
});

test('one that is refused changes nothing, and its holder reads why; without a word it is not refused', async () => {
  const session = await named('Tomás of Vigo', 'Tomás Pérez');
  const path = await wishedBy(session, steward, { en: 'Somebody Else' });

  expect((await steward.post(path, { decision: 'refused', answer: ' ' })).status).toBe(422);
  expect((await steward.post(path, { decision: 'burned', answer: 'No.' })).status).toBe(422);
  await steward.post(path, { decision: 'refused', answer: 'This is another person.' });

  const own = await (await session.get('/me/name')).text();
  expect(own).toContain('Tomás Pérez');
  expect(own).toContain('This is another person.');
  expect(own).not.toContain('Somebody Else');
  const again = await steward.post(path, { decision: 'approved', answer: '' }, JSON_ACCEPT);
  await expectProblem(again, { reason: 'name_change_decided' });
});

test('one wish waits at a time; it can be taken back, and the next comes thirty days after it', async () => {
  const session = await named('Wanjirũ of Nyeri', 'Wanjirũ Kamau');
  const wish = (name: string) =>
    session.post('/me/name/change', namedAs({ en: name }, { why: 'So.' }));
  const answers = await Promise.all(['One Name', 'Two Name', 'Three Name'].map(wish));
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409]);

  expect((await session.post('/me/name/take-back')).status).toBe(303);
  expect((await session.post('/me/name/take-back')).status).toBe(409);
  const soon = await wish('Four Name');
  expect(soon.status).toBe(409);
  expect(await soon.text()).toContain('too soon');

  await passDays(31);
  expect(await wishedBy(session, steward, { en: 'Wanjirũ Mũthoni' })).not.toBe('');
  const same = await session.post(
    '/me/name/change',
    namedAs({ en: 'Wanjirũ Kamau' }, { why: 'So.' }),
  );
  expect(same.status).toBe(422);
});

test('nobody decides on their own, and nobody but stewards sees the queue', async () => {
  const stranger = await signedIn(laurel, 'Somebody Else');
  await declare(steward, { en: 'A Steward’s Name' });
  const path = await wishedBy(steward, steward, { en: 'Another Name' });
  const before = await stored('select * from declared_names');

  const own = await steward.post(path, { decision: 'approved', answer: '' }, JSON_ACCEPT);

  await expectProblem(own, { reason: 'own_name_change' });
  expect(await (await steward.get(path)).text()).toContain('Another steward has to look at it.');
  expect(await stored('select * from declared_names')).toBe(before);
  expect(STEWARD).not.toBe('Somebody Else');
  for (const address of [QUEUE, path]) expect((await stranger.get(address)).status).toBe(404);
  expect((await stranger.post(path, { decision: 'approved' })).status).toBe(404);
});

test('what was decided is forgotten half a year later', async () => {
  await passDays(181);
  await laurel.runtime.tick();

  expect(await stored("select * from name_changes where state <> 'waiting'")).toBe('[]');
});
