import { afterAll, beforeAll, expect, test } from 'vitest';
import { revoke } from '../support/awarding.ts';
import { anAcceptedAward, makeCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { declare } from '../support/naming.ts';

const ACCOUNT = 'Patient Heron of Pokhara';
const NAME = 'सीता तामाङ';

let laurel: Laurel;
let award: string;
const ids: string[] = [];
const texts: string[] = [];
beforeAll(async () => {
  laurel = await startLaurel();
  const made = await anAcceptedAward(laurel, ACCOUNT);
  award = made.award;
  await declare(made.session, { ne: NAME });
  for (const wish of [
    { disclosure: 'account', language: 'en' },
    { disclosure: 'none', language: 'en' },
    { disclosure: 'name', language: 'ar', writing: 'ne' },
    { disclosure: 'name', language: 'en', writing: 'ne' },
  ]) {
    const id = await makeCredential(made.session, award, { note: 'For a partner', ...wish });
    await made.session.post(`/me/credentials/${id}/link`, { link: 'on' });
    ids.push(id);
    texts.push(await (await fetch(`${laurel.url}/c/${id}.json`)).text());
  }
});
afterAll(() => laurel.stop());

const rowsOf = async (statement: string, ...values: readonly string[]) => {
  const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
  return (
    await store
      .prepare(statement)
      .bind(...values)
      .all()
  ).results;
};

/** What identifies something in a credential: ids of its own, its status entry, its signature. */
function identifiersIn(text: string): ReadonlySet<string> {
  return new Set(
    text.match(/urn:uuid:[0-9a-f-]+|\/c\/\w+|"statusListIndex":"\d+"|"proofValue":"\w+"/g),
  );
}

test('credentials of one award share no identifier, in any of the modes', () => {
  const all = texts.map(identifiersIn);

  for (const one of all) {
    expect(one.size).toBeGreaterThan(4);
    for (const other of all.filter((set) => set !== one)) {
      expect([...one].filter((id) => other.has(id))).toEqual([]);
    }
  }
});

test('each has a status entry, salts and log leaves of its own', async () => {
  const entries = await rowsOf(
    'select distinct status_list, status_index from credentials where id in (?, ?, ?, ?)',
    ...ids,
  );
  const leaves = await rowsOf(
    `select log_entries.hash from log_entries join log_salts on log_salts.hash = log_entries.hash
      where log_salts.credential in (?, ?, ?, ?)`,
    ...ids,
  );

  expect(entries).toHaveLength(4);
  expect(new Set(leaves.map(({ hash }) => hash)).size).toBe(3 * 4);
});

test('a name is in those that were made with it alone, and the account in none of these', () => {
  const [account = '', none = '', ...named] = texts;

  expect(account).toContain(ACCOUNT);
  expect(account).not.toContain(NAME);
  expect(none).not.toMatch(new RegExp(`${ACCOUNT}|${NAME}`));
  for (const one of named) {
    expect(one).toContain(NAME);
    expect(one).not.toContain(ACCOUNT);
  }
});

test('nothing public leads from one to another, and nothing tells the award, the account’s id or the note', async () => {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  const accountId = await store
    .prepare('select account_id from awards where id = ?')
    .bind(award)
    .first<string>('account_id');
  const tables = await rowsOf(
    "select name from sqlite_master where type = 'table' and name not like '\\_cf%' escape '\\'",
  );
  for (const { name } of tables) {
    for (const row of await rowsOf(`select * from "${name}"`)) {
      const text = JSON.stringify(row);
      expect(ids.filter((id) => text.includes(id)).length).toBeLessThan(2);
      for (const secret of [award, 'For a partner', `"${accountId}"`]) {
        expect(text).not.toContain(secret);
      }
    }
  }
});

test('revoking the award revokes each of them, which is what the form has warned of', async () => {
  await revoke(laurel, award, { reason: 'issued_in_error' });

  const states = await rowsOf(
    'select distinct state from credentials where id in (?, ?, ?, ?)',
    ...ids,
  );
  expect(states).toEqual([{ state: 'revoked' }]);
});
