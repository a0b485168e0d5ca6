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

/** The forms of a page that renew grants. */
const renewalOf = (page: string) =>
  (page.match(/<form[^>]*grants\/renewal"[^>]*>.*?<\/form>/gs) ?? []).join('');

const renew = (username: string, grant: string) =>
  admin.post(`${path}/grants/renewal`, { account: accountIdOf(username), grant });

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

test('another’s grant is renewed for a year by one button, and one’s own has none', async () => {
  await give('Renewed of Ìlọrin');
  const page = await (await admin.get(path)).text();
  const form = (name: string) => renewalOf(page).includes(`value="${accountIdOf(name)}"`);
  expect(form('Renewed of Ìlọrin')).toBe(true);
  expect(form('First Admin')).toBe(false);
  expect((await renew('Renewed of Ìlọrin', 'awarder')).status).toBe(303);
  expect((await renew('Renewed of Ìlọrin', 'admin')).status).toBe(404);
  expect((await renew('First Admin', 'admin')).status).toBe(403);
  const trail = await (await admin.get(`/desk/issuers/${GROUP}/audit`)).text();
  expect(trail).toContain('Renewed a grant');
});

test('who bears the name of a member by now gets nothing of a renewal', async () => {
  await give('Renamed of Jos');
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  const moved = await store.batch([
    store
      .prepare('update grants set account_id = ? where account_id = ?')
      .bind('31', accountIdOf('Renamed of Jos')),
    store.prepare("insert into accounts values ('31', ?, 0, null)").bind('Renamed of Jos'),
  ]);
  expect(moved.map(({ meta }) => meta.changes)).toEqual([1, 1]);
  const page = await (await admin.get(path)).text();
  const form = /<form[^>]*>(?:(?!<\/form>).)*?value="(?:31|Renamed of Jos)".*?<\/form>/s.exec(page);
  const fields = [...(form?.[0] ?? '').matchAll(/name="(\w+)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value] as const,
  );
  const action = /action="([^"]+)"/.exec(form?.[0] ?? '')?.[1] ?? '';
  expect((await admin.post(action, fields)).status).toBe(303);
  const namesake = await signedIn(laurel, 'Renamed of Jos');
  expect((await namesake.get(path)).status).toBe(404);
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

test('all is handed over in one step: grants, lists, slips and drafts; tokens end', async () => {
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

  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  const from = accountIdOf('Leaver of Kano');
  await store
    .prepare(
      `insert into slip_sheets (id, issuer, achievement_id, achievement_slug, terms, label, size,
        created_by, created_at_seconds, ends_at_seconds)
        values ('slips-of-kano', ?, 'a', 'x', '{}', 'Day', 1, ?, 0, 9999999999)`,
    )
    .bind(GROUP, from)
    .run();
  await store
    .prepare(
      `insert into achievement_drafts (issuer, slug, facts, updated_by, updated_at_seconds, revision)
        values (?, 'draft-of-kano', '{}', ?, 0, 1)`,
    )
    .bind(GROUP, from)
    .run();

  const asked = await leaver.post(`${path}/handover`, { successor: 'Heir of Kano' });
  expect(asked.status).toBe(200);
  const check = await asked.text();
  expect(check).toContain('Heir of Kano');
  expect(check).toContain('Home wiki');
  expect((await leaver.get(sheet)).status).toBe(200);
  const heirs = { successor: 'Heir of Kano', account: accountIdOf('Heir of Kano') };
  const other = { ...heirs, account: accountIdOf('Somebody of Kano') };
  expect((await leaver.post(`${path}/handover`, other)).status).toBe(200);
  expect((await leaver.post(`${path}/handover`, heirs)).status).toBe(303);
  expect((await leaver.get(sheet)).status).toBe(404);
  expect((await figures()).status).toBe(401);
  const heir = await signedIn(laurel, 'Heir of Kano');
  expect((await heir.get(sheet)).status).toBe(200);
  const owners = await store
    .prepare(
      `select created_by as owner from sheets where id = ?
        union all select created_by from slip_sheets where id = 'slips-of-kano'
        union all select updated_by from achievement_drafts where slug = 'draft-of-kano'`,
    )
    .bind(sheet.split('/').at(-1))
    .all();
  const owner = accountIdOf('Heir of Kano');
  expect(owners.results).toEqual([{ owner }, { owner }, { owner }]);
  const trail = await (await admin.get(`/desk/issuers/${GROUP}/audit`)).text();
  expect(trail).toContain('Handed over');
});

test('an admin hands over for somebody else, though not to themselves; others only their own', async () => {
  await aMember(laurel, 'Gone Quiet', ['awarder'], GROUP);
  const quiet = accountIdOf('Gone Quiet');
  const toSelf = { member: quiet, successor: 'First Admin' };
  expect((await admin.post(`${path}/handover`, toSelf)).status).toBe(403);
  const awarder = await aMember(laurel, 'Plain Awarder', ['awarder'], GROUP);
  const others = { member: quiet, successor: 'Plain Awarder' };
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

test('what a member left is handed over also when nobody is called like them any more', async () => {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  await give('Gone Later');
  const moved = await store
    .prepare('update grants set account_id = ? where account_id = ?')
    .bind('37', accountIdOf('Gone Later'))
    .run();
  expect(moved.meta.changes).toBe(1);
  const page = await (await admin.get(path)).text();
  expect(page).toContain('<option value="37"');
  await aMember(laurel, 'Takes Over', ['reviewer'], GROUP);
  const handover = { member: '37', successor: 'Takes Over' };
  expect((await admin.post(`${path}/handover`, handover)).status).toBe(303);
  const after = await (await admin.get(path)).text();
  expect(after).not.toContain('<option value="37"');
});

test('what was typed is kept where it is refused, and the field that is wrong is named', async () => {
  const days = { username: 'Ada of Days', grant: 'awarder', days: '9999' };
  const refused = await admin.post(`${path}/grants`, days);
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(page).toContain('href="#field-days"');
  expect(page).toContain('value="Ada of Days"');
  await give('Kept of Chosen');
  const chosen = accountIdOf('Kept of Chosen');
  const handover = { member: chosen, successor: 'Nobody at All' };
  const kept = await (await admin.post(`${path}/handover`, handover)).text();
  expect(kept).toContain(`<option value="${chosen}" selected`);
  expect(kept).toContain('value="Nobody at All"');
});

test('strangers see none of it, and an awarder gives no grants', async () => {
  const stranger = await anotherIssuer(laurel, 'other-group', 'Member Elsewhere');
  expect((await stranger.get(path)).status).toBe(404);
  expect((await give('Friend of Elsewhere', 'admin', stranger)).status).toBe(404);
  const awarder = await aMember(laurel, 'Plain Awarder', ['awarder'], GROUP);
  expect((await give('Friend of Awarder', 'admin', awarder)).status).toBe(403);
});

test('a program with one’s session lists one’s groups and hands over one’s own; a token that reads does not', async () => {
  const leaver = await aMember(laurel, 'Program of a Leaver', ['awarder'], GROUP);
  const api = (method: string, at: string, headers: Record<string, string>, body?: object) =>
    fetch(`${laurel.url}/api/v1${at}`, {
      method,
      headers: { ...headers, origin: laurel.origin, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const cookie = [...leaver.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const mine = async () => (await api('GET', '/issuers', { cookie })).json();
  expect(await mine()).toMatchObject({
    issuers: [{ issuer: GROUP, grants: [{ grant: 'awarder' }] }],
  });
  const reading = await laurel.stewardship.makeToken(
    GROUP,
    accountIdOf('Program of a Leaver'),
    ['awards:read'],
    Math.floor(Date.now() / 1000) + 86_400,
  );
  const handover = `/issuers/${GROUP}/members/handover`;
  const successor = { successor: 'Heir of a Program' };
  const byToken = await api('POST', handover, { authorization: `Bearer ${reading}` }, successor);
  expect(byToken.status).toBe(403);
  expect(
    (await api('POST', handover, { cookie }, { ...successor, member: 'First Admin' })).status,
  ).toBe(403);
  expect((await api('POST', handover, { cookie }, successor)).status).toBe(204);

  expect(await mine()).toEqual({ issuers: [] });
});
