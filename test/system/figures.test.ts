import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { anAwardRequest, award } from '../support/awarding.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember, anotherIssuer } from '../support/members.ts';
import { giveList, settled } from '../support/sheets.ts';

let laurel: Laurel;
let organizer: BrowserSession;
let path: string;

beforeAll(async () => {
  laurel = await startLaurel();
  organizer = await aMember(laurel, 'Wanjiru of the Archive', ['awarder']);
  path = `/desk/issuers/${laurel.issuer}/figures`;
});
afterAll(() => laurel.stop());

const people = (most: number, of: string) =>
  Array.from({ length: most }, (_, at) => ({ username: `${of} number ${at}` }));

async function figures() {
  const answer = await fetch(`${laurel.url}/api/v1/issuers/${laurel.issuer}/figures`, {
    headers: { authorization: `Bearer ${laurel.token}` },
  });
  return answer.json();
}

test('groups of fewer than ten people are hidden, and no difference tells them', async () => {
  await award(laurel, anAwardRequest({ recipients: people(9, 'Reader') }));
  expect(await figures()).toMatchObject({ total: null });
  await award(laurel, anAwardRequest({ recipients: people(3, 'Writer'), language: 'ar' }));
  const told = await figures();
  expect(told).toMatchObject({ total: 12 });
  expect(told).toMatchObject({
    languages: [
      { key: 'ar', count: null },
      { key: 'en', count: null },
    ],
  });
  const page = await (await organizer.get(path)).text();
  expect(page).toContain('>12<');
});

test('whoever was renamed since the event is thanked under the name of today', async () => {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  const now = Math.floor(Date.now() / 1000);
  // Wikimedia knows them, and we by a name that is somebody else's by now.
  await settled(organizer, await giveList(laurel, organizer, 'Renamed Helper\n'));
  await store
    .prepare('insert into accounts (id, username, username_seen_at_seconds) values (?, ?, ?)')
    .bind(accountIdOf('Renamed Helper'), 'Name Given Away', now)
    .run();
  await store
    .prepare('insert into event_volunteers values (?, ?, ?, ?, ?)')
    .bind(laurel.issuer, 'campaign-event:43', 'Archive night', accountIdOf('Renamed Helper'), now)
    .run();
  const thanked = await organizer.post(`${path}/unthanked`, {
    account: accountIdOf('Renamed Helper'),
  });
  const sheet = thanked.headers.get('location') ?? '';
  const page = await settled(organizer, `${sheet}?pile=ready`);
  expect(page).toContain('Renamed Helper attended');
  expect(page).not.toContain('Name Given Away');
});

test('who helped and was never thanked is listed, thanked from a list, and then no longer', async () => {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  const now = Math.floor(Date.now() / 1000);
  for (const username of ['Helper of Kumasi', 'Reader number 1', 'Helper of Old']) {
    const id = accountIdOf(username);
    const at = username === 'Helper of Old' ? now - 181 * 86_400 : now;
    await store
      .prepare(
        'insert or ignore into accounts (id, username, username_seen_at_seconds) values (?, ?, ?)',
      )
      .bind(id, username, now)
      .run();
    await store
      .prepare('insert into event_volunteers values (?, ?, ?, ?, ?)')
      .bind(laurel.issuer, 'campaign-event:42', 'Archive day', id, at)
      .run();
  }
  await settled(organizer, await giveList(laurel, organizer, 'Helper of Kumasi\n'));
  const listed = await (await organizer.get(`${path}/unthanked`)).text();
  expect(listed).toContain('Helper of Kumasi');
  expect(listed).not.toContain('Reader number 1');
  expect(listed).not.toContain('Helper of Old');

  const thanked = await organizer.post(`${path}/unthanked`, {
    account: accountIdOf('Helper of Kumasi'),
  });
  const sheet = thanked.headers.get('location') ?? '';
  expect(sheet).toContain('/sheets/');
  for (;;) {
    const page = await (await organizer.get(`${sheet}?pile=ready`)).text();
    if (page.includes('Helper of Kumasi') && !page.includes('<progress')) break;
    await setTimeout(50);
  }
  await award(laurel, anAwardRequest({ recipients: [{ username: 'Helper of Kumasi' }] }));
  expect(await (await organizer.get(`${path}/unthanked`)).text()).not.toContain('Helper of Kumasi');
});

test('another group’s figures are nobody’s, and a reviewer sees no list of helpers', async () => {
  const stranger = await anotherIssuer(laurel, 'other-group', 'Member Elsewhere');
  expect((await stranger.get(path)).status).toBe(404);
  expect((await stranger.get(`${path}/unthanked`)).status).toBe(404);
  const reviewer = await aMember(laurel, 'Only a Reviewer', ['reviewer']);
  expect((await reviewer.get(path)).status).toBe(200);
  expect((await reviewer.get(`${path}/unthanked`)).status).toBe(403);
});
