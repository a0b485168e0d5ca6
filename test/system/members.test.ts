import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember, anotherIssuer } from '../support/members.ts';
import { signedIn } from '../support/stored-sessions.ts';

const GROUP = 'own-group';

let laurel: Laurel;
let admin: BrowserSession;
const path = `/desk/issuers/${GROUP}/members`;

beforeAll(async () => {
  laurel = await startLaurel();
  admin = await anotherIssuer(laurel, GROUP, 'First Admin');
});
afterAll(() => laurel.stop());

const give = (username: string, grant = 'awarder', by = admin) =>
  by.post(`${path}/grants`, { username, grant, days: '30' });

test('a grant is given by name, shows its end, and is renewed by another person alone', async () => {
  expect((await give('User:Ṣadé of Ìbàdàn')).status).toBe(303);
  const page = await (await admin.get(path)).text();
  expect(page).toContain('Ṣadé of Ìbàdàn');
  expect(page).toContain('Awarder');
  expect((await (await signedIn(laurel, 'Ṣadé of Ìbàdàn')).get(path)).status).toBe(200);
  expect((await give('First Admin', 'admin')).status).toBe(403);
  const lost = await give('Nobody at All');
  expect(lost.status).toBe(422);
  expect(await lost.text()).toContain('value="Nobody at All"');
  const long = await admin.post(`${path}/grants`, {
    username: 'X Y',
    grant: 'admin',
    days: '9999',
  });
  expect(long.status).toBe(422);
});

test('the last admin stays, and a grant that is ended is gone at once', async () => {
  const end = (username: string, grant: string) =>
    admin.post(`${path}/grants/end`, { account: accountIdOf(username), grant });
  expect((await end('First Admin', 'admin')).status).toBe(409);
  await give('Short of Time', 'reviewer');
  const reviewer = await signedIn(laurel, 'Short of Time');
  expect((await reviewer.get(path)).status).toBe(200);
  expect((await end('Short of Time', 'reviewer')).status).toBe(303);
  expect((await reviewer.get(path)).status).toBe(404);
  expect((await end('Short of Time', 'reviewer')).status).toBe(404);
});

test('all is handed over in one step: grants, lists that were begun; tokens end', async () => {
  const leaver = await aMember(laurel, 'Leaver of Kano', ['awarder'], GROUP);
  const begun = await leaver.post(`/desk/issuers/${GROUP}/sheets`, { list: 'Ada Reads\n' });
  const sheet = (begun.headers.get('location') ?? '').replace('/reading', '');
  const made = await leaver.post(`/desk/issuers/${GROUP}/tokens`, {
    name: 'tool',
    scopes: 'awards:read',
    days: '9',
  });
  const token = /laurel_[0-9a-f]{64}/.exec(await made.text())?.[0] ?? '';
  const figures = () =>
    fetch(`${laurel.url}/api/v1/issuers/${GROUP}/figures`, {
      headers: { authorization: `Bearer ${token}` },
    });
  expect((await figures()).status).toBe(200);

  expect((await leaver.post(`${path}/handover`, { successor: 'Heir of Kano' })).status).toBe(303);
  expect((await leaver.get(sheet)).status).toBe(404);
  expect((await figures()).status).toBe(401);
  const heir = await signedIn(laurel, 'Heir of Kano');
  expect((await heir.get(sheet)).status).toBe(200);
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  const owner = await store
    .prepare('select created_by from sheets where id = ?')
    .bind(sheet.split('/').at(-1))
    .first('created_by');
  expect(owner).toBe(accountIdOf('Heir of Kano'));
  const trail = await (await admin.get(`/desk/issuers/${GROUP}/audit`)).text();
  expect(trail).toContain('Handed over');
});

test('an admin hands over for somebody else, though not to themselves; others only their own', async () => {
  await aMember(laurel, 'Gone Quiet', ['awarder'], GROUP);
  const toSelf = { member: 'Gone Quiet', successor: 'First Admin' };
  expect((await admin.post(`${path}/handover`, toSelf)).status).toBe(403);
  const awarder = await aMember(laurel, 'Plain Awarder', ['awarder'], GROUP);
  const others = { member: 'Gone Quiet', successor: 'Plain Awarder' };
  expect((await awarder.post(`${path}/handover`, others)).status).toBe(403);
  expect((await admin.post(`${path}/handover`, others)).status).toBe(303);
  const trail = await (await admin.get(`/desk/issuers/${GROUP}/audit/export?format=csv`)).text();
  const acts = trail
    .trim()
    .split('\r\n')
    .map((line) => line.split(',')[3]);
  expect(acts.slice(-2)).toEqual(['grant_ended', 'handed_over']);
  expect((await (await signedIn(laurel, 'Gone Quiet')).get(path)).status).toBe(404);
});

test('what was typed is kept where it is refused, and the field that is wrong is named', async () => {
  const days = { username: 'Ada of Days', grant: 'awarder', days: '9999' };
  const refused = await admin.post(`${path}/grants`, days);
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(page).toContain('href="#field-days"');
  expect(page).toContain('value="Ada of Days"');
  const handover = { member: 'First Admin', successor: 'Nobody at All' };
  const kept = await (await admin.post(`${path}/handover`, handover)).text();
  expect(kept).toMatch(
    /name="member"[^>]*value="First Admin"|value="First Admin"[^>]*name="member"/,
  );
});

test('strangers see none of it, and an awarder gives no grants', async () => {
  const stranger = await anotherIssuer(laurel, 'other-group', 'Member Elsewhere');
  expect((await stranger.get(path)).status).toBe(404);
  expect((await give('Friend of Elsewhere', 'admin', stranger)).status).toBe(404);
  const awarder = await aMember(laurel, 'Plain Awarder', ['awarder'], GROUP);
  expect((await give('Friend of Awarder', 'admin', awarder)).status).toBe(403);
});
