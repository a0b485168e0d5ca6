import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { anAwardRequest, award, reportOf } from '../support/awarding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';
import { giveList, settled } from '../support/sheets.ts';
import { signedIn } from '../support/stored-sessions.ts';

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

const store = () => laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');

/** The cells of each row of a list, and the names near it. */
async function rowsOf(path: string) {
  const { results } = await (await store())
    .prepare('select cells, finding from sheet_rows where sheet_id = ? order by row_number')
    .bind(path.split('/').at(-1))
    .all<{ cells: string; finding: string | null }>();
  return results.map(({ cells, finding }) => ({
    cells: JSON.parse(cells),
    near: (JSON.parse(finding ?? '{}').near ?? []).map(
      ({ username }: { username: string }) => username,
    ),
  }));
}

async function eraseLi(): Promise<void> {
  const li = await signedIn(laurel, 'Li');
  expect((await li.post('/me/erase', { username: 'Li' })).status).toBe(200);
}

test('a short name blanks its own rows in lists, however it was written, and nobody else’s', async () => {
  const organizer = await aMember(laurel, 'Wanjiru of the Archive', ['awarder']);
  const path = await giveList(
    laurel,
    organizer,
    [
      ['Username', 'Attended', 'Brought by'],
      ['Li', 'yes', ''],
      ['user:li', 'yes', ''],
      ['Benutzerin:Li_', 'yes', 'Lina of Kano'],
      ['https://meta.wikimedia.org/wiki/User:Li', 'yes', ''],
      ['Lina of Kano', 'yes', 'User:li'],
      ['Ali of Oran', 'yes', 'Li and Lina'],
      ['Li of Hanoi', 'yes', ''],
      ['Nobody Lio', 'yes', ''],
    ]
      .map((cells) => cells.join('\t'))
      .join('\n'),
  );
  await settled(organizer, path);
  const near = [
    { accountId: accountIdOf('Li'), username: 'Li', homeWiki: null, registration: null },
    { accountId: '12345', username: 'Lio of Nice', homeWiki: null, registration: null },
  ];
  await (await store())
    .prepare(
      "update sheet_rows set finding = json_set(finding, '$.near', json(?)) where cells like ?",
    )
    .bind(JSON.stringify(near), '%Nobody Lio%')
    .run();

  await eraseLi();

  expect(await rowsOf(path)).toEqual([
    ...Array.from({ length: 4 }, () => ({ cells: ['', '', ''], near: [] })),
    { cells: ['Lina of Kano', 'yes', ''], near: [] },
    { cells: ['Ali of Oran', 'yes', 'Li and Lina'], near: [] },
    { cells: ['Li of Hanoi', 'yes', ''], near: [] },
    { cells: ['Nobody Lio', 'yes', ''], near: ['Lio of Nice'] },
  ]);
  // Nothing of the list is waited for that nobody looks up.
  expect(await settled(organizer, path)).toContain('Lina of Kano');
});

test('nor in batches', async () => {
  const usernames = ['Nobody Li', 'li', 'Li', 'Lina of Kano', 'User:Li_of_Hanoi', '_li_'];
  const recipients = usernames.map((username) => ({ username }));
  const { batch } = await award(laurel, anAwardRequest({ recipients, consent: 'ask' }));

  await eraseLi();

  const { recipients: rows } = await reportOf(laurel, batch);
  expect(rows.map(({ username, state }) => [username, state])).toEqual([
    ['Nobody Li', 'refused'],
    ['', 'refused'],
    ['', 'refused'],
    ['Lina of Kano', 'open'],
    ['Li of Hanoi', 'open'],
    ['', 'refused'],
  ]);
});
