import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { deskRoutes } from '../../services/desk/src/desk-routes.ts';
import { type BrowserSession, browserSession, logIn } from '../support/browser-session.ts';
import { anOffer, hiddenFieldsIn } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';
import { aNomination } from '../support/nominating.ts';
import { expectProblem } from '../support/problem.ts';
import { browserWith, isIn, passTime, signedIn, tokenOf } from '../support/stored-sessions.ts';

const JSON_ACCEPT = { accept: 'application/json' };
const HOUR = 3_600;

let laurel: Laurel;
let api: string;
let desk: string;
beforeAll(async () => {
  laurel = await startLaurel();
  api = `/api/v1/issuers/${laurel.issuer}`;
  desk = `/desk/issuers/${laurel.issuer}`;
});
afterAll(() => laurel.stop());

const byToken = (token: string, path: string) =>
  fetch(`${laurel.url}${path}`, { headers: { authorization: `Bearer ${token}` } });

function aTokenOf(username: string, scopes: readonly ('awards:read' | 'audit:read')[]) {
  const endsAtSeconds = Math.floor(Date.now() / 1000) + HOUR;
  return laurel.stewardship.makeToken(laurel.issuer, accountIdOf(username), scopes, endsAtSeconds);
}

/** What a thief can try with a copy of a session's token; the answers' statuses. */
async function tried(thief: BrowserSession, claim: string): Promise<readonly number[]> {
  const answers = [
    await thief.get('/me'),
    await thief.get(`${desk}/members`),
    await thief.post(`${desk}/sheets`, { list: 'Ọlá of Ìbàdàn\n' }),
    await thief.get(`${api}/figures`, JSON_ACCEPT),
    await thief.get('/api/v1/nominations', JSON_ACCEPT),
    await thief.post(`${claim}/accept`, {}, JSON_ACCEPT),
  ];
  return answers.map(({ status }) => status);
}

test('ending all sessions ends a stolen one at the desk, at claims and at the API at once', async () => {
  const owner = await aMember(laurel, 'Owner of Ondo', ['admin', 'awarder']);
  const { claim } = await anOffer(laurel, 'Owner of Ondo');
  const thief = browserWith(laurel, tokenOf(owner));
  expect((await thief.get(`${desk}/members`)).status).toBe(200);
  expect((await thief.get(`${api}/figures`, JSON_ACCEPT)).status).toBe(200);

  const elsewhere = await signedIn(laurel, 'Owner of Ondo');
  expect((await elsewhere.post('/me/logout-everywhere')).status).toBe(303);

  expect(await tried(thief, claim)).toEqual([401, 401, 401, 401, 401, 401]);
  const again = await signedIn(laurel, 'Owner of Ondo');
  const sheets = await (await again.get(`${desk}/sheets`)).text();
  expect(sheets).not.toContain('Begun and not awarded yet');
  expect((await again.get(claim)).status).toBe(200);
});

test('a thief who kept the session alive, so that its owner fell out of it, is ended too', async () => {
  const owner = await signedIn(laurel, 'Owner of Osogbo');
  const thief = browserWith(laurel, tokenOf(owner));
  await passTime(laurel, tokenOf(thief), HOUR);
  await thief.get('/me');
  await passTime(laurel, tokenOf(thief), 60);
  expect(await isIn(owner)).toBe(false);
  expect(await isIn(thief)).toBe(true);

  const again = await signedIn(laurel, 'Owner of Osogbo');
  await again.post('/me/logout-everywhere');

  expect(await isIn(thief)).toBe(false);
});

test('a grant that ended ends the next request, by page, session and token alike', async () => {
  const admin = await aMember(laurel, 'Admin who Ends', ['admin']);
  const leaver = await aMember(laurel, 'Leaver of Lafia', ['awarder']);
  const token = await aTokenOf('Leaver of Lafia', ['awards:read']);
  expect((await leaver.get(`${desk}/batches`)).status).toBe(200);
  expect((await byToken(token, `${api}/figures`)).status).toBe(200);

  const account = accountIdOf('Leaver of Lafia');
  await admin.post(`${desk}/members/grants/end`, { account, grant: 'awarder' });

  expect((await leaver.get(`${desk}/batches`)).status).toBe(404);
  await expectProblem(await leaver.get(`${api}/figures`, JSON_ACCEPT), { reason: 'desk_unknown' });
  await expectProblem(await byToken(token, `${api}/figures`), { reason: 'grant_missing' });
});

test('a grant that runs out ends the same way, without anybody ending it', async () => {
  const short = await aMember(laurel, 'Short of Suleja', ['awarder']);
  const token = await aTokenOf('Short of Suleja', ['awards:read']);
  const endedSeconds = Math.floor(Date.now() / 1000) - 1;
  await laurel.stewardship.grant(
    laurel.issuer,
    accountIdOf('Short of Suleja'),
    'awarder',
    endedSeconds,
  );

  expect((await short.get(`${desk}/batches`)).status).toBe(404);
  await expectProblem(await byToken(token, `${api}/figures`), { reason: 'grant_missing' });
});

test('a token can do what its maker still may, and no more', async () => {
  const admin = await aMember(laurel, 'Admin who Cuts', ['admin']);
  await aMember(laurel, 'Maker of Minna', ['admin', 'awarder']);
  const token = await aTokenOf('Maker of Minna', ['awards:read', 'audit:read']);
  expect((await byToken(token, `${api}/audit`)).status).toBe(200);

  const account = accountIdOf('Maker of Minna');
  await admin.post(`${desk}/members/grants/end`, { account, grant: 'admin' });

  await expectProblem(await byToken(token, `${api}/audit`), { reason: 'grant_missing' });
  expect((await byToken(token, `${api}/figures`)).status).toBe(200);
});

const pagesOfNobody = deskRoutes.routes
  .filter(({ path, method }) => method === 'GET' && !path.startsWith('/issuers/:slug'))
  .map(({ path }) => ({ path: `/desk${path.replaceAll(/\/:\w+\??/g, '/one')}` }));

test.each([...pagesOfNobody, { path: '/me' }, { path: '/claim/one' }, { path: '/login' }])(
  '$path is shown in no frame and kept in no shared cache',
  async ({ path }) => {
    const session = await signedIn(laurel, 'Framed of Funtua');
    const { headers } = await session.get(path);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('cache-control')).toMatch(/no-store/);
  },
);

test('a form that was sent after the session ended is kept, and sent again after a login', async () => {
  const owner = await signedIn(laurel, 'Writer of Stories');
  const story = 'Three evenings of “patient” help at the library <b>desk</b>.';
  const typed = aNomination('Helper of Readers', { story });
  const path = `/desk/nominate/${laurel.issuer}`;
  await (await signedIn(laurel, 'Writer of Stories')).post('/me/logout-everywhere');

  const refused = await owner.post(path, typed);

  expect(refused.status).toBe(401);
  expect(refused.headers.get('cache-control')).toContain('no-store');
  const page = await refused.text();
  expect(page).toContain(`action="${path}"`);
  expect(page).toContain('Helper of Readers');
  expect(page).not.toContain('<b>desk');
  expect(page).toMatch(/<a [^>]*target="_blank"/);
  await logIn(owner, 'Writer of Stories');
  const kept = { ...hiddenFieldsIn(page), story };
  expect(await (await owner.post(path, kept)).text()).toContain('Is this the person?');

  const elsewhere = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
  const planted = await browserSession(laurel).post(path, typed, elsewhere);
  expect(planted.status).toBe(403);
  expect(await planted.text()).not.toContain('Helper of Readers');
});
