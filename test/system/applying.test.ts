import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import {
  anApplication,
  anApplicationRequest,
  applied,
  aSteward,
  callApi,
  reviewOf,
} from '../support/applying.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { expectProblem } from '../support/problem.ts';
import { signedIn } from '../support/stored-sessions.ts';

let laurel: Laurel;
let applicant: BrowserSession;
beforeAll(async () => {
  laurel = await startLaurel();
  applicant = await signedIn(laurel, 'Adébáyọ̀ of Èkó');
});
afterAll(() => laurel.stop());

async function refusedForm(change: Readonly<Record<string, string>>, status = 422) {
  const answer = await applicant.post('/desk/apply', anApplication(change));
  const text = await answer.text();
  expect(answer.status, text).toBe(status);
  return text;
}

test('a group applies by a form, sees how it stands, and withdraws', async () => {
  const form = await (await applicant.get('/desk/apply')).text();
  expect(form).toContain('value="Adébáyọ̀ of Èkó"');
  const path = await applied(applicant, { slug: 'to-be-withdrawn' });
  const page = await (await applicant.get(path)).text();
  expect(page).toContain('A steward will look at it');
  expect(page).toContain('Àwọn Olùtọ́jú Ìwé Ìpamọ́ ti Èkó');
  expect(page).toContain('Ngozi of Ikeja');
  expect(await (await applicant.get('/desk')).text()).toContain(path);

  expect((await applicant.post(`${path}/withdraw`)).status).toBe(303);
  expect(await (await applicant.get(path)).text()).toContain('You have taken it back');
  expect((await applicant.post(`${path}/withdraw`)).status).toBe(303);

  const from = path.split('/').at(-1);
  const again = await (await applicant.get(`/desk/apply?again=${from}`)).text();
  expect(again).toContain('value="Archivists of Lagos"');
  expect(again).toContain('value="to-be-withdrawn"');
  const thief = await signedIn(laurel, 'Curious of Lagos');
  const empty = await (await thief.get(`/desk/apply?again=${from}`)).text();
  expect(empty).not.toContain('Archivists of Lagos');
});

test('a language is added without script, and nothing that was typed is lost', async () => {
  const answer = await applicant.post('/desk/apply', {
    ...anApplication({ slug: '', proof: 'not yet', description_1: 'Half a <sentence' }),
    add: 'yes',
  });
  const page = await answer.text();
  expect(answer.status).toBe(200);
  expect(page).toContain('name="language_3"');
  expect(page).toContain('Half a &lt;sentence');
  expect(page).toContain('value="not yet"');
  expect(page).toMatch(/<option value="yo" selected=""/);
  expect(page).toContain('value="archivists-of-lagos"');
});

test('an empty short name is proposed, and nothing is sent before it was seen', async () => {
  const page = await refusedForm({ slug: '', name_1: 'Équipe d’édition Öko' });
  expect(page).toContain('value="equipe-dedition-oko"');
  expect(page).toContain('We propose this one');
  const arabic = await refusedForm({ slug: '', name_1: 'فريق الأرشيف', name_2: '' });
  expect(arabic).toContain('Use small Latin letters');
});

test.each([
  [{ slug: '../x' }, 'Use small Latin letters'],
  [{ slug: 'wíki-lagos' }, 'Use small Latin letters'],
  [{ slug: 'Wikimedia-Lagos' }, 'Use small Latin letters'],
  [{ slug: 'wikimedia-foundation' }, 'Nobody can have this short name'],
  [{ slug: 'demonstration' }, 'This short name is taken'],
  [{ proof: 'https://meta.wikimedia.org/wiki/Wikimedians_of_Lagos' }, 'not the permanent link'],
  [{ proof: 'https://evil.example/w/index.php?oldid=5' }, 'not the permanent link'],
  [{ proof: 'javascript:alert(1)' }, 'not the permanent link'],
  [{ contact2: 'Nobody at All' }, 'The two have to be different people'],
  [{ contact2: 'Locked of Lagos' }, 'The two have to be different people'],
  [{ contact2: 'adébáyọ̀ of Èkó' }, 'The two have to be different people'],
  [{ contact1: '' }, 'The two have to be different people'],
  [{ language_2: 'en' }, 'There is this language already'],
  [{ language_1: '' }, 'Choose the language of these texts'],
  [{ language_1: '__proto__' }, 'Choose the language of these texts'],
  [{ name_1: '', name_2: '' }, 'Give a name in one language'],
  [{ description_1: '' }, 'Give a description in one language'],
])('%j is refused with what is wrong, and keeps what was typed', async (change, sentence) => {
  const page = await refusedForm({ slug: 'never-made', ...change });
  expect(page).toContain(sentence);
  const kept = { ...anApplication(), ...change };
  expect(page).toContain(`value="${kept.proof.replaceAll('&', '&amp;')}"`);
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  const made = await store
    .prepare("select count(*) as made from applications where slug = 'never-made'")
    .first('made');
  expect(made).toBe(0);
});

test('the same form sent twice is one application, and another’s short name is taken', async () => {
  const path = await applied(applicant, { slug: 'pressed-twice' });
  expect(await applied(applicant, { slug: 'pressed-twice' })).toBe(path);
  const other = await signedIn(laurel, 'Someone Else in Lagos');
  const answer = await other.post('/desk/apply', anApplication({ slug: 'pressed-twice' }));
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('This short name is taken');
  await applicant.post(`${path}/withdraw`);
  const again = await applied(other, { slug: 'pressed-twice' });
  await other.post(`${again}/withdraw`);
});

test('three applications of an account wait at the same time, also when more come at once', async () => {
  const eager = await signedIn(laurel, 'Eager of Enugu');
  const answers = await Promise.all(
    ['one', 'two', 'three', 'four', 'five'].map((word) =>
      eager.post('/desk/apply', anApplication({ slug: `eager-${word}` })),
    ),
  );
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([303, 303, 303, 409, 409]);
});

test('another account neither sees nor withdraws an application, as if there were none', async () => {
  const path = await applied(applicant, { slug: 'mine-alone' });
  const thief = await signedIn(laurel, 'Thief of Slugs');
  const never = '/desk/applications/11111111111111111';
  const seen = async (session: BrowserSession, at: string, method: 'get' | 'post') => {
    const answer = await session[method](at);
    return [answer.status, (await answer.text()).replaceAll(at.split('/')[3] ?? '', 'ID')];
  };
  expect(await seen(thief, path, 'get')).toEqual(await seen(thief, never, 'get'));
  expect(await seen(thief, `${path}/withdraw`, 'post')).toEqual(
    await seen(thief, `${never}/withdraw`, 'post'),
  );
  expect((await thief.get(path)).status).toBe(404);
  const id = path.split('/').at(-1);
  for (const method of ['GET', 'POST']) {
    const at = `/applications/${id}${method === 'POST' ? '/withdraw' : ''}`;
    const answer = await callApi(laurel, thief, method, at);
    expect(answer.status).toBe(404);
  }
  expect(await (await applicant.get(path)).text()).toContain('A steward will look at it');
  await applicant.post(`${path}/withdraw`);
});

test('a program applies in the name of who is signed in, and nobody else', async () => {
  const kano = await signedIn(laurel, 'Bala of Kano');
  const made = await callApi(laurel, kano, 'POST', '/applications', anApplicationRequest());
  expect(made.status).toBe(201);
  const { application, url } = z
    .object({ application: z.string(), url: z.url() })
    .parse(await made.json());
  expect(made.headers.get('location')).toBe(url);
  const own = await callApi(laurel, kano, 'GET', `/applications/${application}`);
  expect(await own.json()).toMatchObject({ state: 'waiting', slug: 'archivists-of-kano' });
  const list = await callApi(laurel, kano, 'GET', '/applications');
  expect(await list.json()).toMatchObject({ applications: [{ application }] });
  const withdrawn = await callApi(laurel, kano, 'POST', `/applications/${application}/withdraw`);
  expect(withdrawn.status).toBe(204);

  const nobody = await callApi(laurel, null, 'POST', '/applications', anApplicationRequest());
  await expectProblem(nobody, { reason: 'login_required' });
  const token = await fetch(`${laurel.url}/api/v1/applications`, {
    headers: { authorization: `Bearer ${laurel.token}` },
  });
  await expectProblem(token, { reason: 'login_required' });
});

test.each([
  [{ slug: '../x' }, '/slug'],
  [{ slug: 'wikimedia' }, '/slug'],
  [{ names: {} }, '/names'],
  [{ names: { 'not a tag': 'x' } }, '/names/not a tag'],
  [{ proof: 'https://meta.wikimedia.org/' }, '/proof'],
  [{ contacts: ['Bala of Kano'] }, '/contacts'],
  [{ contacts: ['Bala of Kano', 'Nobody there'] }, '/contacts/1'],
  [{ contacts: ['Bala of Kano', 'bala of Kano'] }, '/contacts/1'],
  [{ kind: 'community' }, '/kind'],
])('by the API, %j is refused at %s', async (change, issue) => {
  const kano = await signedIn(laurel, 'Bala of Kano');
  const answer = await callApi(laurel, kano, 'POST', '/applications', anApplicationRequest(change));
  await expectProblem(answer, { reason: 'request_invalid', issue });
});

test('what came to nothing is forgotten after 180 days, and the answer can be read until then', async () => {
  const path = await applied(applicant, { slug: 'long-ago' });
  const steward = await aSteward(laurel);
  await steward.post(`${reviewOf(path)}/decline`, { answer: 'Please add who you are.' });
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  const id = path.split('/').at(-1);
  const age = (days: number) =>
    store
      .prepare('update applications set decided_at_seconds = decided_at_seconds - ? where id = ?')
      .bind(days * 86_400, id)
      .run();
  await age(179);
  await laurel.runtime.tick();
  expect(await (await applicant.get(path)).text()).toContain('Please add who you are.');
  await age(2);
  await laurel.runtime.tick();
  expect((await applicant.get(path)).status).toBe(404);
});
