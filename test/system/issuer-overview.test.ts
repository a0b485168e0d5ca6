import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { aSteward } from '../support/applying.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember, anotherIssuer } from '../support/members.ts';
import { signedIn } from '../support/stored-sessions.ts';

const GROUP = 'busy-group';
const HOME = `/desk/issuers/${GROUP}`;

let laurel: Laurel;
let admin: BrowserSession;
beforeAll(async () => {
  laurel = await startLaurel();
  admin = await anotherIssuer(laurel, GROUP, 'Amina of Zaria');
});
afterAll(() => laurel.stop());

const store = () => laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');

async function put(...statements: readonly string[]): Promise<void> {
  const database = await store();
  for (const statement of statements) await database.prepare(statement).run();
}

const now = Math.floor(Date.now() / 1000);
const later = now + 86_400;

/** What waits elsewhere must not count here. */
function waitingIn(issuer: string, requestedBy: string): readonly string[] {
  const nomination = (id: string, nominee: string, state: string, lapses: number) =>
    `insert into nominations (id, issuer, nominee, nominator, achievement_slug, story, evidence,
      language, state, created_at_seconds, lapses_at_seconds)
      values ('${id}-${issuer}', '${issuer}', '${nominee}', '2', 'x', 's', '{}', 'en', '${state}', ${now}, ${lapses})`;
  const slip = (number: number, state: string) =>
    `insert into slips (sheet_id, number, code, state, account_id)
      values ('s-${issuer}', ${number}, 'c${number}-${issuer}', '${state}', '${number}')`;
  return [
    nomination('n1', '1', 'waiting', later),
    nomination('n2', '3', 'waiting', later),
    nomination('n3', '4', 'declined', later),
    nomination('n4', '5', 'waiting', now - 1),
    `insert into slip_sheets (id, issuer, achievement_id, achievement_slug, terms, label, size,
      created_by, created_at_seconds, ends_at_seconds)
      values ('s-${issuer}', '${issuer}', 'a', 'x', '{}', 'Day', 3, '1', ${now}, ${later})`,
    slip(1, 'presented'),
    slip(2, 'blank'),
    slip(3, 'confirmed'),
    `insert into batch_revocations (id, issuer, batch_id, reason, requested_by,
      requested_at_seconds, state)
      values ('r-${issuer}', '${issuer}', 'b-${issuer}', 'issued_in_error', '${requestedBy}', ${now}, 'waiting')`,
  ];
}

test('the overview says what waits for a member, and no more than their grants cover', async () => {
  expect(await (await admin.get(HOME)).text()).toContain('Nothing waits for you.');
  await put(...waitingIn(GROUP, '999'), ...waitingIn('elsewhere', '999'));
  await admin.post(`${HOME}/sheets`, { list: 'Ada Reads\n' });

  const page = await (await admin.get(HOME)).text();
  expect(page).toContain('2 nominations wait for an answer');
  expect(page).toContain('1 person has logged in with a slip');
  expect(page).toContain('Somebody wants to revoke a whole batch');
  expect(page).toContain('1 list was begun and not awarded yet');
  for (const path of ['nominations', 'slips', 'batches/revocations', 'sheets']) {
    expect(page).toContain(`href="${HOME}/${path}"`);
  }
  const reviewer = await aMember(laurel, 'Only a Reviewer', ['reviewer'], GROUP);
  const reviewed = await (await reviewer.get(HOME)).text();
  expect(reviewed).toContain('2 nominations wait for an answer');
  expect(reviewed).not.toContain('logged in with a slip');
  expect(reviewed).not.toContain('revoke a whole batch');
  expect(reviewed).not.toContain('1 list was begun');
});

test('who asked to revoke a batch is not asked to agree', async () => {
  await put(
    `update batch_revocations set requested_by = '${accountIdOf('Amina of Zaria')}' where issuer = '${GROUP}'`,
  );
  expect(await (await admin.get(HOME)).text()).not.toContain('revoke a whole batch');
});

test('a request to revoke a batch that lapsed does not wait any more', async () => {
  await put(
    `update batch_revocations set requested_by = '999', requested_at_seconds = ${now - 15 * 86_400}
      where issuer = '${GROUP}'`,
  );
  expect(await (await admin.get(HOME)).text()).not.toContain('revoke a whole batch');
});

test('nominations are counted as the queue lists them, and nobody learns there of one about themselves', async () => {
  const group = 'nominating-group';
  const home = `/desk/issuers/${group}`;
  const reader = await anotherIssuer(laurel, group, 'Nominated Herself');
  const nomination = (id: string, nominee: string, nominator: string) =>
    `insert into nominations (id, issuer, nominee, nominator, achievement_slug, story, evidence,
      language, state, created_at_seconds, lapses_at_seconds)
      values ('${id}', '${group}', '${nominee}', '${nominator}', 'x', 's', '{}', 'en', 'waiting', ${now}, ${later})`;
  await put(nomination('about-reader', accountIdOf('Nominated Herself'), '7'));
  expect(await (await reader.get(home)).text()).toContain('Nothing waits for you.');

  await put(nomination('once', '8', '7'), nomination('again', '8', '9'));
  expect(await (await reader.get(home)).text()).toContain('1 nomination waits for an answer');
});

test('grants that end within 30 days are told in time, with whom to ask', async () => {
  const brief = await anotherIssuer(laurel, 'brief-group', 'Binta of Zaria');
  await aMember(laurel, 'Chidi of Zaria', ['admin'], 'brief-group');
  await aMember(laurel, 'Dayo of Zaria', ['awarder'], 'brief-group');
  const home = '/desk/issuers/brief-group';
  expect(await (await brief.get(home)).text()).not.toContain('Grants that end soon');
  const end = (name: string, days: number) =>
    put(
      `update grants set ends_at_seconds = ${now + days * 86_400}
        where issuer = 'brief-group' and account_id = '${accountIdOf(name)}'`,
    );
  await end('Dayo of Zaria', 12);
  const dayo = await signedIn(laurel, 'Dayo of Zaria');
  for (const path of [home, `${home}/members`]) {
    const own = (await (await dayo.get(path)).text()).replaceAll(/[\u2068\u2069]/g, '');
    expect(own).toContain('Your grant “Awarder” ends on');
    expect(own).toMatch(
      /Ask one of them to renew it: (Binta|Chidi) of Zaria, (Binta|Chidi) of Zaria/,
    );
    const others = (await (await brief.get(path)).text()).replaceAll(/[\u2068\u2069]/g, '');
    expect(others).toContain('The grant “Awarder” of Dayo of Zaria ends on');
    expect(others).not.toContain('nobody can give or renew grants here');
  }
  await end('Binta of Zaria', 20);
  await end('Chidi of Zaria', 10);
  const last = await (await brief.get(home)).text();
  expect(last).toContain('nobody can give or renew grants here');
  expect(last).toContain('Give another person the grant of an admin now');
  expect(await (await dayo.get(home)).text()).toContain('Remind an admin');
});

test('the desk leads everybody to apply and to nominate, and stewards alone to the queue', async () => {
  const anybody = await (await signedIn(laurel, 'Anybody of Zaria')).get('/desk');
  const page = await anybody.text();
  expect(page).toContain('href="/desk/apply"');
  expect(page).toContain('href="/desk/nominate"');
  expect(page).not.toContain('/desk/stewards');
  expect(await (await (await aSteward(laurel)).get('/desk')).text()).toContain('/desk/stewards');
});

test('the menu of a desk leads to each part of it once', async () => {
  const page = await (await admin.get(HOME)).text();
  const [menu = ''] = /<details class="sections"[^>]*>.*?<\/details>/s.exec(page) ?? [];
  const parts = [...menu.matchAll(/href="([^"]+)"/g)].map(([, path]) => path);
  expect(parts).toContain(`${HOME}/terms`);
  expect(new Set(parts).size).toBe(parts.length);
});
