import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { anAwardRequest, award } from '../support/awarding.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { privateStore } from '../support/desk-calls.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';

const YEAR = new Date().getUTCFullYear();

let laurel: Laurel;
let reader: BrowserSession;
beforeAll(async () => {
  laurel = await startLaurel();
  reader = await aMember(laurel, 'Wanjiru of the Archive', ['reviewer']);
});
afterAll(() => laurel.stop());

const people = (most: number, of: string) =>
  Array.from({ length: most }, (_, at) => ({ username: `${of} number ${at}` }));

async function awarding(most: number, of: string, achievement: string): Promise<void> {
  const asked = anAwardRequest({ recipients: people(most, of), achievement });
  await award(laurel, { ...asked, hours: undefined, evidence: [] });
}

async function figures(): Promise<object> {
  const answer = await fetch(`${laurel.url}/api/v1/issuers/${laurel.issuer}/figures`, {
    headers: { authorization: `Bearer ${laurel.token}` },
  });
  return Object(await answer.json());
}

async function pageText(): Promise<string> {
  const page = await reader.get(`/desk/issuers/${laurel.issuer}/figures`);
  return (await page.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

/** As if these people had been recognised in the year before, and by somebody else. */
async function movedBack(of: string): Promise<void> {
  const store = await privateStore(laurel);
  await store
    .prepare(
      `update awards set offered_at_seconds = offered_at_seconds - 366 * 86400, awarded_by = '777'
        where account_id in (select id from accounts where username like ?)`,
    )
    .bind(`${of} number %`)
    .run();
}

test('nine people tell nothing, whomever it suits and whoever awarded', async () => {
  await awarding(9, 'Reader', 'event-support');

  expect(await figures()).toMatchObject({
    engagementLevels: [{ key: 'nascent+emerging', count: null }],
    holders: [
      { key: 'new', count: null },
      { key: 'returning', count: null },
    ],
    largestAwarderPercent: null,
  });
  expect(await pageText()).not.toContain('percent');
});

test('whom it suits: each combination by itself, small ones hidden with the next', async () => {
  await awarding(12, 'Writer', 'event-organizer');

  expect(await figures()).toMatchObject({
    engagementLevels: [
      { key: 'expanding', count: null },
      { key: 'nascent+emerging', count: null },
    ],
  });

  await awarding(11, 'Helper', 'event-support');
  expect(await figures()).toMatchObject({
    engagementLevels: [
      { key: 'expanding', count: 12 },
      { key: 'nascent+emerging', count: 20 },
    ],
    largestAwarderPercent: 100,
  });
  expect(await pageText()).toContain('people who begin, people who get more involved 20');
});

test('new and returning: people who were recognised in an earlier year already, each once', async () => {
  expect(await figures()).toMatchObject({
    holders: [
      { key: 'new', count: 32 },
      { key: 'returning', count: 0 },
    ],
  });
  await movedBack('Writer');
  await awarding(12, 'Writer', 'event-support');
  await awarding(12, 'Writer', 'community-care');

  expect(await figures()).toMatchObject({
    year: YEAR,
    holders: [
      { key: 'new', count: 20 },
      { key: 'returning', count: 12 },
    ],
  });
  expect(await pageText()).toContain('In an earlier year already 12');
});

test('one awarder’s share: told with ten people on either side, and to nobody by name', async () => {
  const store = await privateStore(laurel);
  const given = async (to: string, most: number) => {
    const ids = people(most, to).map(({ username }) => accountIdOf(username));
    await store
      .prepare(
        `update awards set awarded_by = '888' where account_id in (select value from json_each(?))
          and achievement_slug = 'event-support'`,
      )
      .bind(JSON.stringify(ids))
      .run();
  };
  await given('Helper', 9);
  expect(await figures()).toMatchObject({ largestAwarderPercent: null });

  await given('Helper', 11);
  const told = await figures();

  expect(told).toMatchObject({ largestAwarderPercent: 75 });
  expect(JSON.stringify(told)).not.toContain('888');
  expect(await pageText()).toContain('made 75 percent of these recognitions');
});

test('awards of somebody who had themselves erased count for nobody’s share', async () => {
  const store = await privateStore(laurel);
  await store.prepare("update awards set awarded_by = '' where awarded_by <> '888'").run();

  expect(await figures()).toMatchObject({ largestAwarderPercent: 100 });
});
