import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf, STEWARD } from '../../development/demonstration/seed.ts';
import { stewardPages } from '../../services/desk/src/stewards/pages.tsx';
import { anApplication, applied, aSteward, callApi, reviewOf } from '../support/applying.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { expectProblem } from '../support/problem.ts';
import { signedIn } from '../support/stored-sessions.ts';

let laurel: Laurel;
let steward: BrowserSession;
let applicant: BrowserSession;
beforeAll(async () => {
  laurel = await startLaurel();
  steward = await aSteward(laurel);
  applicant = await signedIn(laurel, 'Adébáyọ̀ of Èkó');
});
afterAll(() => laurel.stop());

const ACCEPTANCE = { kind: 'community', vouchedBy: 'Affiliates of West Africa' };

const store = () => laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');

test('a steward sees who waits longest first, with all that is needed to judge', async () => {
  const first = await applied(applicant, { slug: 'first-to-wait' });
  const second = await applied(applicant, { slug: 'second-to-wait' });
  await (await store())
    .prepare(
      "update applications set created_at_seconds = created_at_seconds - 60 where slug = 'first-to-wait'",
    )
    .run();
  expect(await (await steward.get('/desk')).text()).toContain('2 applications wait');
  const queue = await (await steward.get('/desk/stewards')).text();
  expect(queue.indexOf(reviewOf(first))).toBeGreaterThan(0);
  expect(queue.indexOf(reviewOf(first))).toBeLessThan(queue.indexOf(reviewOf(second)));

  const page = await (await steward.get(reviewOf(first))).text();
  expect(page).toContain('oldid=29000001');
  expect(page).toContain('Ngozi of Ikeja');
  expect(page.match(/Home wiki/g)).toHaveLength(3);
  expect(page.match(/registered on/g)).toHaveLength(3);
  expect(page).toContain('value="The stewards of Laurel"');
  for (const path of [first, second]) await applicant.post(`${path}/withdraw`);
  expect((await steward.get(reviewOf(first))).status).toBe(404);
});

test('an accepted group is an issuer with keys at once, vouched for, and its applicant has every grant for a year', async () => {
  const path = await applied(applicant);
  const slug = 'archivists-of-lagos';
  expect((await fetch(`${laurel.url}/issuers/${slug}`)).status).toBe(404);
  expect((await steward.post(`${reviewOf(path)}/accept`, ACCEPTANCE)).status).toBe(303);

  const did = await fetch(`${laurel.url}/issuers/${slug}/did.json`);
  expect(await did.json()).toMatchObject({ assertionMethod: { length: 3 } });
  const page = await (await fetch(`${laurel.url}/issuers/${slug}`)).text();
  expect(page).toContain('Affiliates of West Africa');
  expect(page).toContain('oldid=29000001');
  expect(page).toContain('Archivists of Lagos');
  const desk = await applicant.get(`/desk/issuers/${slug}`);
  expect(desk.status).toBe(200);
  const { results } = await (await store())
    .prepare('select "grant", ends_at_seconds, granted_by from grants where issuer = ?')
    .bind(slug)
    .all<{ grant: string; ends_at_seconds: number; granted_by: string }>();
  expect(results.map(({ grant }) => grant).sort()).toEqual(['admin', 'awarder', 'reviewer']);
  const inAYear = Date.now() / 1000 + 365 * 86_400;
  for (const { ends_at_seconds, granted_by } of results) {
    expect(Math.abs(ends_at_seconds - inAYear)).toBeLessThan(600);
    expect(granted_by).toBe(accountIdOf(STEWARD));
  }
  expect(await (await applicant.get(path)).text()).toContain(`/desk/issuers/${slug}/members`);
  const trail = await (await applicant.get(`/desk/issuers/${slug}/audit`)).text();
  expect(trail).toContain('Accepted the issuer');
  const ofStewards = await (await steward.get('/desk/stewards/audit')).text();
  expect(ofStewards).toContain('Applied');
  expect(ofStewards).toContain('Accepted the issuer');
  expect((await applicant.post(`${path}/withdraw`)).status).toBe(409);
});

test('a group that is accepted for tests is called a test wherever it is shown', async () => {
  const path = await applied(applicant, { slug: 'only-for-tests' });
  await steward.post(`${reviewOf(path)}/accept`, { ...ACCEPTANCE, kind: 'test' });
  const page = await (await fetch(`${laurel.url}/issuers/only-for-tests`)).text();
  expect(page).toContain('test');
  expect(page).toMatch(/class="note">[^<]*test/i);
});

test('a refusal needs words, which the applicant alone reads', async () => {
  const path = await applied(applicant, { slug: 'not-yet-clear' });
  const review = reviewOf(path);
  expect((await steward.post(`${review}/decline`, { answer: '  ' })).status).toBe(422);
  const answer = 'Please say on your page who may speak for you. Ẹ ṣé!';
  expect((await steward.post(`${review}/decline`, { answer })).status).toBe(303);
  expect(await (await applicant.get(path)).text()).toContain(answer);
  expect((await fetch(`${laurel.url}/issuers/not-yet-clear`)).status).toBe(404);
  expect((await applicant.get('/desk/issuers/not-yet-clear')).status).toBe(404);
  const refused = await (await steward.get('/desk/stewards?state=refused')).text();
  expect(refused).toContain(review);
});

test('a form that is refused keeps the steward’s words', async () => {
  const path = await applied(applicant, { slug: 'kept-words' });
  const vouchedBy = 'The council of <friends>';
  const answer = await steward.post(`${reviewOf(path)}/accept`, { kind: 'king', vouchedBy });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('value="The council of &lt;friends&gt;"');
  await applicant.post(`${path}/withdraw`);
});

test('of two stewards at once one decides, and the other is told', async () => {
  const other = 'Second of Stewards';
  await steward.post('/desk/stewards/grants', { username: other, days: '30' });
  const second = await signedIn(laurel, other);
  for (const slug of ['decided-twice-a', 'decided-twice-b', 'decided-twice-c']) {
    const path = await applied(applicant, { slug });
    const answers = await Promise.all([
      steward.post(`${reviewOf(path)}/accept`, ACCEPTANCE),
      second.post(`${reviewOf(path)}/decline`, { answer: 'Not this time.' }),
      second.post(`${reviewOf(path)}/accept`, { ...ACCEPTANCE, vouchedBy: 'Somebody else' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
    const { results } = await (await store())
      .prepare('select act from audit where issuer = ?')
      .bind(slug)
      .all<{ act: string }>();
    const isIssuer = (await fetch(`${laurel.url}/issuers/${slug}`)).status === 200;
    expect(results).toEqual(isIssuer ? [{ act: 'issuer_accepted' }] : []);
    const told = await second.post(`${reviewOf(path)}/decline`, { answer: 'Too late.' });
    expect(told.status).toBe(409);
    expect(await told.text()).toContain('This application is closed already');
  }
});

test('a steward decides neither on their own application nor where they are a contact', async () => {
  const own = await applied(steward, { slug: 'own-steward' });
  const contact = await applied(applicant, { slug: 'contact-steward', contact2: STEWARD });
  for (const path of [own, contact]) {
    const page = await (await steward.get(reviewOf(path))).text();
    expect(page).toContain('Another steward has to look at it');
    expect(page).not.toContain('/accept');
    for (const [act, fields] of [
      ['accept', ACCEPTANCE],
      ['decline', { answer: 'No.' }],
    ] as const) {
      const answer = await steward.post(`${reviewOf(path)}/${act}`, fields);
      expect(answer.status).toBe(403);
      const id = path.split('/').at(-1);
      const api = await callApi(
        laurel,
        steward,
        'POST',
        `/stewards/applications/${id}/${act}`,
        fields,
      );
      await expectProblem(api, { reason: 'own_application' });
    }
  }
  await steward.post(`${own}/withdraw`);
  await applicant.post(`${contact}/withdraw`);
});

test('where the signer fails after the decision, the sweep makes it good', async () => {
  const path = await applied(applicant, { slug: 'cut-off' });
  const open = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
  await open.prepare('alter table key_histories rename to out_of_reach').run();
  expect((await steward.post(`${reviewOf(path)}/accept`, ACCEPTANCE)).status).toBe(303);
  expect(await (await applicant.get(path)).text()).toContain('Open the desk');
  await open.prepare('alter table out_of_reach rename to key_histories').run();
  expect((await fetch(`${laurel.url}/issuers/cut-off/keys.json`)).status).toBe(404);

  await (await store()).prepare('update outbox set due_at_seconds = 0').run();
  await laurel.runtime.tick();
  expect((await fetch(`${laurel.url}/issuers/cut-off/keys.json`)).status).toBe(200);
  const did = await (await fetch(`${laurel.url}/issuers/cut-off/did.json`)).json();
  expect(did).toMatchObject({ assertionMethod: { length: 3 } });
});

test('stewards appoint others until a day and end it, and nobody renews themselves', async () => {
  const grants = '/desk/stewards/grants';
  const name = 'Ìyá Àgbà of Ọ̀ṣun';
  expect((await steward.post(grants, { username: `User:${name}`, days: '٣٠' })).status).toBe(303);
  const appointed = await signedIn(laurel, name);
  expect((await appointed.get('/desk/stewards')).status).toBe(200);
  expect((await appointed.post(grants, { username: name, days: '30' })).status).toBe(403);
  const lost = await steward.post(grants, { username: 'Nobody at All', days: '30' });
  expect(lost.status).toBe(422);
  expect(await lost.text()).toContain('value="Nobody at All"');
  expect((await steward.post(grants, { username: name, days: '9999' })).status).toBe(422);
  const end = (account: string) => steward.post(`${grants}/end`, { account });
  expect((await end(accountIdOf(STEWARD))).status).toBe(404);
  expect((await end(accountIdOf(name))).status).toBe(303);
  expect((await appointed.get('/desk/stewards')).status).toBe(404);
  expect((await steward.get('/desk/stewards')).status).toBe(200);
});

test('the work of a steward ends by itself on its day', async () => {
  const name = 'Short of Stewards';
  await steward.post('/desk/stewards/grants', { username: name, days: '1' });
  const brief = await signedIn(laurel, name);
  expect((await brief.get('/desk/stewards')).status).toBe(200);
  await (await store())
    .prepare('update stewards set ends_at_seconds = ends_at_seconds - 86400 where account_id = ?')
    .bind(accountIdOf(name))
    .run();
  expect((await brief.get('/desk/stewards')).status).toBe(404);
});

test('an issuer whose last admin grant ended gets a new admin from a steward, and no other does', async () => {
  const slug = 'left-alone';
  const path = await applied(applicant, { slug });
  await steward.post(`${reviewOf(path)}/accept`, ACCEPTANCE);
  const list = '/desk/stewards/issuers';
  const name = (username: string, of = slug) =>
    steward.post(`${list}/${of}/grants`, { [`username_${of}`]: username });
  expect(await (await steward.get(list)).text()).not.toContain(slug);
  expect((await name('Heir of Lagos')).status).toBe(404);
  expect((await name('Heir of Lagos', laurel.issuer)).status).toBe(404);

  await (await store())
    .prepare('update grants set ends_at_seconds = 1 where issuer = ?')
    .bind(slug)
    .run();
  expect((await applicant.get(`/desk/issuers/${slug}`)).status).toBe(404);
  expect(await (await steward.get(list)).text()).toContain(slug);
  expect((await name(STEWARD)).status).toBe(403);
  const lost = await name('Nobody of Lagos');
  expect(lost.status).toBe(422);
  expect(await lost.text()).toContain('value="Nobody of Lagos"');
  const both = await Promise.all([name('Heir of Lagos'), name('Adébáyọ̀ of Èkó')]);
  expect(both.map(({ status }) => status).sort()).toEqual([303, 404]);
  const heir = await signedIn(laurel, 'Heir of Lagos');
  const seen = [applicant, heir].map(
    async (one) => (await one.get(`/desk/issuers/${slug}/audit`)).status,
  );
  expect((await Promise.all(seen)).sort()).toEqual([200, 404]);

  await (await store())
    .prepare('update grants set ends_at_seconds = 1 where issuer = ?')
    .bind(slug)
    .run();
  const told = await callApi(laurel, steward, 'GET', '/stewards/issuers');
  expect(await told.json()).toMatchObject({ issuers: [{ issuer: slug }] });
  const body = { username: 'Heir of Lagos' };
  const given = await callApi(laurel, steward, 'POST', `/stewards/issuers/${slug}/grants`, body);
  expect(given.status).toBe(204);
  expect((await heir.get(`/desk/issuers/${slug}/members`)).status).toBe(200);
});

const pages = stewardPages.routes.flatMap(({ path, method }) =>
  method === 'GET' || method === 'POST' ? [{ path: path === '/' ? '' : path, method }] : [],
);

test.each(pages)(
  '$method /desk/stewards$path is to everybody else like a page that there is not',
  async ({ path, method }) => {
    const stranger = await signedIn(laurel, 'Stranger to Stewards');
    const seen = async (at: string) => {
      const answer = await (method === 'GET' ? stranger.get(at) : stranger.post(at));
      const text = (await answer.text()).replaceAll(at, 'ADDRESS');
      const headers = Object.fromEntries(
        [...answer.headers].filter(
          ([name]) => !['date', 'content-length', 'ratelimit'].includes(name),
        ),
      );
      return { status: answer.status, headers, text };
    };
    const answer = await seen(`/desk/stewards${path.replaceAll(/:\w+/g, 'x')}`);
    expect(answer.status).toBe(404);
    expect(answer).toEqual(await seen('/desk/no-such-page'));
  },
);

test.each([
  ['GET', '/stewards'],
  ['POST', '/stewards'],
  ['DELETE', '/stewards/1'],
  ['GET', '/stewards/applications'],
  ['GET', '/stewards/applications/1'],
  ['POST', '/stewards/applications/1/accept'],
  ['POST', '/stewards/applications/1/decline'],
  ['GET', '/stewards/issuers'],
  ['POST', '/stewards/issuers/x/grants'],
  ['PUT', '/stewards'],
])('%s /api/v1%s is to everybody else like a path that there is not', async (method, path) => {
  const stranger = await signedIn(laurel, 'Stranger to Stewards');
  for (const session of [stranger, null]) {
    const answer = await callApi(laurel, session, method, path);
    const unknown = await callApi(laurel, session, method, '/no-such-path');
    expect(answer.status).toBe(404);
    const plain = async (one: Response, at: string) => ({
      text: (await one.text()).replaceAll(at, 'PATH'),
      headers: [...one.headers.keys()].filter((name) => name !== 'content-length'),
    });
    expect(await plain(answer, path)).toEqual(await plain(unknown, '/no-such-path'));
  }
});

test('a program reviews in the name of a steward', async () => {
  const path = await applied(applicant, { slug: 'by-a-program' });
  const id = path.split('/').at(-1);
  const queue = await callApi(laurel, steward, 'GET', '/stewards/applications');
  expect(await queue.json()).toMatchObject({ total: 1, applications: [{ application: id }] });
  const one = await callApi(laurel, steward, 'GET', `/stewards/applications/${id}`);
  expect(await one.json()).toMatchObject({
    slug: 'by-a-program',
    people: [
      { account: accountIdOf('Adébáyọ̀ of Èkó'), state: 'there' },
      { homeWiki: expect.any(String) },
      { registration: expect.any(String) },
    ],
  });
  const accept = `/stewards/applications/${id}/accept`;
  const accepted = await callApi(laurel, steward, 'POST', accept, ACCEPTANCE);
  expect(await accepted.json()).toEqual({ issuer: 'by-a-program' });
  const again = await callApi(laurel, steward, 'POST', accept, ACCEPTANCE);
  await expectProblem(again, { reason: 'application_decided' });

  const name = 'Appointed by Program';
  const body = { username: name, days: 10 };
  expect((await callApi(laurel, steward, 'POST', '/stewards', body)).status).toBe(204);
  const listed = await (await callApi(laurel, steward, 'GET', '/stewards')).json();
  expect(listed).toMatchObject({
    stewards: expect.arrayContaining([
      { account: accountIdOf(STEWARD), username: STEWARD, endsAt: null },
      expect.objectContaining({ account: accountIdOf(name), username: name }),
    ]),
  });
  const ended = await callApi(laurel, steward, 'DELETE', `/stewards/${accountIdOf(name)}`);
  expect(ended.status).toBe(204);
});

test('another site’s page decides nothing in a steward’s name', async () => {
  const path = await applied(applicant, { slug: 'forged-here' });
  const foreign = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
  const answer = await steward.post(`${reviewOf(path)}/accept`, ACCEPTANCE, foreign);
  expect(answer.status).toBe(403);
  const forged = await applicant.post('/desk/apply', anApplication({ slug: 'forged' }), foreign);
  expect(forged.status).toBe(403);
  expect(await (await applicant.get(path)).text()).toContain('A steward will look at it');
  await applicant.post(`${path}/withdraw`);
});
