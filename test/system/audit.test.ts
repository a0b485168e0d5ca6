import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { aCredential, anAwardRequest, award, revoke } from '../support/awarding.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember, anotherIssuer } from '../support/members.ts';

let laurel: Laurel;
let admin: BrowserSession;
let path: string;

beforeAll(async () => {
  laurel = await startLaurel();
  admin = await aMember(laurel, 'Admin of the Trail', ['admin']);
  path = `/desk/issuers/${laurel.issuer}/audit`;
  await award(laurel, anAwardRequest());
});
afterAll(() => laurel.stop());

const Entry = z.object({ actor: z.string(), act: z.string(), subject: z.string() });

async function exported() {
  const file = await admin.get(`${path}/export?format=jsonl`);
  expect(file.headers.get('content-disposition')).toContain('attachment');
  const text = await file.text();
  return {
    text,
    entries: text
      .trim()
      .split('\n')
      .map((line) => Entry.parse(JSON.parse(line))),
  };
}

test('the trail tells who awarded, and an export has keys instead of people', async () => {
  const page = await (await admin.get(path)).text();
  expect(page).toContain('Made a batch');
  const { text, entries } = await exported();
  expect(entries.map(({ act }) => act)).toContain('batch_created');
  expect(text).not.toContain('Organizer');
  expect(text).not.toContain('Ọlá');
  const csv = await (await admin.get(`${path}/export?format=csv`)).text();
  expect(csv).toContain('id,at,actor,act,subject,details');
  expect(csv).toContain('audit_exported');
});

test('a person is erased from it for good, and the entries stay', async () => {
  const { entries } = await exported();
  const key = entries.find(({ act }) => act === 'batch_created')?.actor ?? '';
  expect(await (await admin.get(path)).text()).toContain(`/people/${key}/forget`);
  expect(await (await admin.get(`${path}/people/${key}/forget`)).text()).toContain('cannot be');
  const forgotten = await admin.post(`${path}/people/${key}/forget`, { sure: 'yes' });
  expect(forgotten.status).toBe(303);
  const page = await (await admin.get(path)).text();
  expect(page).not.toContain(`/people/${key}/forget`);
  expect(page).toContain(key);
  const after = await exported();
  expect(after.entries.filter(({ actor }) => actor === key)).not.toEqual([]);
  expect(after.entries.map(({ act }) => act)).toContain('person_forgotten');
  expect((await admin.post(`${path}/people/${key}/forget`, { sure: 'yes' })).status).toBe(404);
});

test('whoever was only acted on is named for readers, and is erased as well', async () => {
  const given = { username: 'Given a Grant', grant: 'awarder', days: '30' };
  expect((await admin.post(`/desk/issuers/${laurel.issuer}/members/grants`, given)).status).toBe(
    303,
  );
  const { entries, text } = await exported();
  const key = entries.find(({ act }) => act === 'grant_given')?.subject ?? '';
  expect(text).not.toContain('Given a Grant');

  const page = await (await admin.get(path)).text();
  expect(page).toContain('Given a Grant');
  expect(page).toContain(`/people/${key}/forget`);
  const forgotten = await admin.post(`${path}/people/${key}/forget`, { sure: 'yes' });
  expect(forgotten.status).toBe(303);
  const after = await (await admin.get(path)).text();
  expect(after).not.toContain('Given a Grant');
  expect(after).toContain(key);
});

test('the trail leads to the award and to the batch that an entry is about', async () => {
  const { award: id } = await aCredential(laurel);
  expect((await revoke(laurel, id, { reason: 'duplicate' })).status).toBe(200);
  const page = await (await admin.get(path)).text();
  const batch = (await exported()).entries.findLast(({ act }) => act === 'batch_created')?.subject;
  expect(page).toContain(`href="/desk/issuers/${laurel.issuer}/awards/${id}"`);
  expect(page).toContain(`href="/desk/issuers/${laurel.issuer}/batches/${batch}"`);
});

test('nobody reads another group’s trail, and only admins read their own', async () => {
  const stranger = await anotherIssuer(laurel, 'other-group', 'Member Elsewhere');
  const awarder = await aMember(laurel, 'Only an Awarder', ['awarder']);
  const key = (await exported()).entries[0]?.actor ?? '';
  for (const place of ['', '/export', `/people/${key}/forget`]) {
    expect((await stranger.get(`${path}${place}`)).status).toBe(404);
    expect((await awarder.get(`${path}${place}`)).status).toBe(403);
  }
  const elsewhere = `/desk/issuers/other-group/audit/people/${key}/forget`;
  expect((await stranger.post(elsewhere, { sure: 'yes' })).status).toBe(404);
});

test('nobody erases themselves from it, but another admin does', async () => {
  const other = await aMember(laurel, 'Second Admin', ['admin']);
  await other.get(`${path}/export?format=csv`);
  const { entries } = await exported();
  const [own = ''] = entries
    .filter(({ act }) => act === 'audit_exported')
    .map(({ actor }) => actor)
    .slice(-1);
  const page = await (await other.get(path)).text();
  expect(page).not.toContain(`/people/${own}/forget`);
  const refused = await other.post(`${path}/people/${own}/forget`, { sure: 'yes' });
  expect(refused.status).toBe(403);
  expect(await refused.text()).toContain('Nobody erases themselves');
  expect((await admin.post(`${path}/people/${own}/forget`, { sure: 'yes' })).status).toBe(303);
});
