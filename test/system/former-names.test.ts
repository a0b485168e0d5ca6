import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import {
  aHeldCredential,
  anAcceptedAward,
  credentialIdsIn,
  hiddenFieldsIn,
  makeCredential,
} from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aDayLater, labelOf } from '../support/looking-at-names.ts';
import { aMember } from '../support/members.ts';
import { declare } from '../support/naming.ts';
import { makeRecord } from '../support/recording.ts';
import { aCollection, switchLink } from '../support/showing.ts';
import { signedIn } from '../support/stored-sessions.ts';
import { verifyBy } from '../support/verifying.ts';

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

const at = (path: string) => fetch(`${laurel.url}${path}`, { redirect: 'manual' });
const textAt = async (path: string) => (await at(path)).text();
const badgesOf = (username: string) => textAt(`/user-badges?${new URLSearchParams({ username })}`);

/** Somebody with a certificate that says their user name, which they show wherever they can. */
async function somebodyShown(username: string) {
  const held = await aHeldCredential(laurel, username);
  await switchLink(held.session, held.id, 'on');
  await held.session.post('/me/feed', { credential: held.id });
  const copy = await (await at(`/c/${held.id}.json`)).json();
  return { ...held, copy };
}

/** Taps the button that makes everything anew. */
async function renew(session: BrowserSession): Promise<Response> {
  const page = await (await session.get('/me')).text();
  const [, form = ''] = /action="\/me\/renewal"(.*?)<\/form>/s.exec(page) ?? [];
  const chosen = [...form.matchAll(/name="credential" value="(\w+)" checked/g)];
  expect(chosen.length).toBeGreaterThan(0);
  return session.post('/me/renewal', [
    ['form', hiddenFieldsIn(form).form ?? ''],
    ...chosen.map(([, id = '']) => ['credential', id] as const),
  ]);
}

test('a day after a renaming what said the old name is a tombstone that names nobody, and one tap makes it anew', async () => {
  const { id, award, session, copy } = await somebodyShown('Amaka of Aba');
  const collection = await aCollection(session, [id], { title: 'My days' });
  laurel.standIn.accounts.rename('Amaka of Aba', 'Amaka of Abuja');

  await aDayLater(laurel);

  for (const path of [`/c/${id}`, `/c/${id}.json`, `/c/${id}.jwt`, `/c/${id}.png`]) {
    const answer = await at(path);
    expect([path, answer.status]).toEqual([path, 410]);
    expect(await answer.text()).not.toMatch(/Amaka|renam|former/i);
  }
  expect(await textAt(`/collections/${collection}`)).not.toContain('Amaka');
  expect(await badgesOf('Amaka of Aba')).toBe('[]');
  expect(await verifyBy(laurel, { credential: copy })).toMatchObject({ verdict: 'withdrawn' });
  const own = await (await session.get(`/me/awards/${award}`)).text();
  expect(own).toContain('a user name in it is not yours any more');
  expect(own).not.toContain('You withdrew it');

  const made = await renew(session);

  expect(made.headers.get('location')).toBe('/me?done=renewed');
  const after = credentialIdsIn(await (await session.get(`/me/awards/${award}`)).text());
  const [fresh = ''] = after.filter((one) => one !== id);
  expect(after).toHaveLength(2);
  expect((await at(`/c/${fresh}`)).status).toBe(404);
  await switchLink(session, fresh, 'on');
  expect(await textAt(`/c/${fresh}`)).toContain('Amaka of Abuja');
  expect(await badgesOf('Amaka of Abuja')).toBe('[]');
  expect(await textAt(`/collections/${collection}`)).not.toContain('Amaka');
  expect(await (await session.get('/me')).text()).not.toContain('/me/renewal');
});

test('a form for making anew that is sent twice, or much later, makes each once', async () => {
  const { id, award, session } = await somebodyShown('Efe of Warri');
  laurel.standIn.accounts.rename('Efe of Warri', 'Efe of Sapele');
  await aDayLater(laurel);
  const page = await (await session.get('/me')).text();
  const [, form = ''] = /action="\/me\/renewal"(.*?)<\/form>/s.exec(page) ?? [];
  const fields = { form: hiddenFieldsIn(form).form ?? '', credential: id };

  const answers = await Promise.all([
    session.post('/me/renewal', fields),
    session.post('/me/renewal', fields),
  ]);
  const late = await session.post('/me/renewal', fields);
  const strangers = await (await signedIn(laurel, 'Stranger of Warri')).post('/me/renewal', fields);
  const broken = await session.post('/me/renewal', { form: 'x', credential: id });

  expect([...answers, late, strangers].map(({ status }) => status)).toEqual([303, 303, 303, 303]);
  expect(broken.status).toBe(422);
  const made = credentialIdsIn(await (await session.get(`/me/awards/${award}`)).text());
  expect(made).toHaveLength(2);
});

test('only what says the old name ends: names of one’s own and nameless ones stay, learner records go by what is in them', async () => {
  const { award, session } = await anAcceptedAward(laurel, 'Obi of Enugu');
  await declare(session, { en: 'Obinna Eze' });
  const said = await makeCredential(session, award);
  const own = await makeCredential(session, award, { disclosure: 'name', writing: 'en' });
  const nameless = await makeCredential(session, award, { disclosure: 'none' });
  const saying = await makeRecord(session, [said, nameless], { title: 'With my name' });
  const silent = await makeRecord(session, [own, nameless], { title: 'Without it' });
  for (const id of [said, own, nameless]) await switchLink(session, id, 'on');
  for (const id of [saying, silent]) await session.post(`/me/record/${id}/link`, { link: 'on' });
  laurel.standIn.accounts.rename('Obi of Enugu', 'Obi of Nsukka');

  await aDayLater(laurel);

  const answers = [];
  for (const id of [said, saying, own, nameless, silent]) answers.push(await at(`/c/${id}.json`));
  expect(answers.map(({ status }) => status)).toEqual([410, 410, 200, 200, 200]);
  for (const answer of answers) expect(await answer.text()).not.toContain('Obi of');
  const records = await (await session.get('/me/record')).text();
  expect(records).toContain('a user name in it is not yours any more');
  expect(records).toContain('Without it');
});

test('at a login the same happens at once', async () => {
  const { id } = await somebodyShown('Bisi of Ede');
  laurel.standIn.accounts.rename('Bisi of Ede', 'Bisi of Osogbo');

  const session = await signedIn(laurel, 'Bisi of Osogbo');

  expect((await at(`/c/${id}`)).status).toBe(410);
  expect(await (await session.get('/me')).text()).toContain('Your user name has changed');
});

test('a name that comes back before anybody looked ends nothing', async () => {
  const { id } = await somebodyShown('Uche of Umuahia');
  laurel.standIn.accounts.rename('Uche of Umuahia', 'Uche of Nowhere');
  laurel.standIn.accounts.rename('Uche of Nowhere', 'Uche of Umuahia');

  await aDayLater(laurel);

  expect((await at(`/c/${id}`)).status).toBe(200);
});

test.each([
  ['hidden', (name: string) => laurel.standIn.accounts.setHidden(name, true)],
  ['vanished', (name: string) => laurel.standIn.accounts.vanish(name)],
])(
  'of an account that has %s neither the old nor a new name is shown, and what is offered names nobody',
  async (how, happen) => {
    const username = `Quiet ${how} of Ikom`;
    const { id, award, session } = await somebodyShown(username);
    happen(username);

    await aDayLater(laurel);

    expect(await labelOf(laurel, accountIdOf(username))).toBeNull();
    const gone = await at(`/c/${id}`);
    expect(gone.status).toBe(410);
    expect(await gone.text()).not.toMatch(/Quiet|Renamed user/);
    const me = await (await session.get('/me')).text();
    expect(me).not.toMatch(/Quiet|Renamed user/);
    expect(me).toContain('Wikimedia does not show your user name any more');
    expect((await renew(session)).status).toBe(303);
    const made = credentialIdsIn(await (await session.get(`/me/awards/${award}`)).text());
    const [fresh = ''] = made.filter((one) => one !== id);
    await switchLink(session, fresh, 'on');
    expect(await textAt(`/c/${fresh}.json`)).not.toMatch(/userName|Quiet|Renamed user/);
  },
);

test('a lock ends nothing and is said nowhere, but who is locked is signed out', async () => {
  const { id, session } = await somebodyShown('Tari of Yenagoa');
  laurel.standIn.accounts.setLocked('Tari of Yenagoa', true);

  await aDayLater(laurel);

  expect((await at(`/c/${id}`)).status).toBe(200);
  expect(await textAt(`/c/${id}`)).not.toMatch(/locked/i);
  expect(await badgesOf('Tari of Yenagoa')).toContain(id);
  expect((await session.get('/me')).status).not.toBe(200);
  laurel.standIn.accounts.setLocked('Tari of Yenagoa', false);
  expect((await (await signedIn(laurel, 'Tari of Yenagoa')).get('/me')).status).toBe(200);
});

test('an award that was revoked stays revoked, without the name, and is not offered anew', async () => {
  const { id, award, session } = await somebodyShown('Ladi of Jos');
  const revoked = await fetch(`${laurel.url}/api/v1/awards/${award}/revocation`, {
    method: 'POST',
    headers: { authorization: `Bearer ${laurel.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ reason: 'wrong_person' }),
  });
  expect(revoked.ok).toBe(true);
  laurel.standIn.accounts.rename('Ladi of Jos', 'Ladi of Bauchi');

  await aDayLater(laurel);

  const page = await textAt(`/c/${id}`);
  expect(page).toContain('Revoked');
  expect(page).not.toContain('Ladi');
  expect(await (await session.get('/me')).text()).not.toContain('/me/renewal');
});

test('the desk calls everybody as they are called now, and finds nobody by a former name', async () => {
  const { award } = await somebodyShown('Ruth of Lokoja');
  const organizer = await aMember(laurel, 'Wanjiru of the Archive', ['awarder', 'admin']);
  await organizer.post(`/desk/issuers/${laurel.issuer}/members/grants`, {
    username: 'Ruth of Lokoja',
    grant: 'reviewer',
    days: '30',
  });
  laurel.standIn.accounts.rename('Ruth of Lokoja', 'Ruth of Idah');

  await aDayLater(laurel);

  const desk = `/desk/issuers/${laurel.issuer}`;
  for (const path of [`/awards/${award}`, '/awards', '/members', '/audit']) {
    const page = await (await organizer.get(`${desk}${path}`)).text();
    expect([path, page.includes('Ruth of Idah'), page.includes('Ruth of Lokoja')]).toEqual([
      path,
      true,
      false,
    ]);
  }
  const search = (username: string) => organizer.post(`${desk}/awards`, { username });
  expect(await (await search('Ruth of Idah')).text()).toContain(`/awards/${award}`);
  expect(await (await search('Ruth of Lokoja')).text()).not.toContain(`/awards/${award}`);
});
