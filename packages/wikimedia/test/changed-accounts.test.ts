import { expect, test } from 'vitest';
import { accountNamed } from '../../../development/wikimedia/account.ts';
import { inventedAccounts } from '../../../development/wikimedia/accounts.ts';
import { globalUsersDirectory } from '../src/directory.ts';
import { aWikimedia } from './login.ts';

function idOf(username: string): string {
  const found = accountNamed(username);
  return found.kind === 'account' ? found.account.accountId : '';
}

test('a renamed account is found by its id and its new name, and the old name is nobody’s until somebody takes it', async () => {
  const { standIn, wikimedia } = await aWikimedia();
  const directory = globalUsersDirectory(wikimedia);
  const id = idOf('Ada of Awka');
  standIn.accounts.rename('Ada of Awka', 'Ada of Onitsha');

  const byId = await directory.resolveIds([id]);
  const byName = await directory.resolve(['Ada of Awka', 'Ada of Onitsha']);
  const taken = standIn.accounts.take('Ada of Awka');
  const after = await directory.resolve(['Ada of Awka']);

  expect(byId.ok && byId.value.get(id)).toMatchObject({ username: 'Ada of Onitsha' });
  expect(byName.ok && Object.fromEntries(byName.value)).toMatchObject({
    'Ada of Awka': { found: false, why: 'missing' },
    'Ada of Onitsha': { accountId: id },
  });
  expect(taken).not.toBe(id);
  expect(after.ok && after.value.get('Ada of Awka')).toMatchObject({ accountId: taken });
});

test('a hidden account is missing and a locked one is locked, until that ends; who vanishes is called otherwise', async () => {
  const { standIn, wikimedia } = await aWikimedia();
  const { accounts } = standIn;
  const id = idOf('Uju of Nri');
  const told = async () => {
    const entries = await globalUsersDirectory(wikimedia).resolveIds([id]);
    return entries.ok ? entries.value.get(id) : undefined;
  };

  accounts.setHidden('Uju of Nri', true);
  expect(await told()).toMatchObject({ found: false, why: 'missing' });
  accounts.setHidden('Uju of Nri', false);
  accounts.setLocked('Uju of Nri', true);
  expect(await told()).toMatchObject({ username: 'Uju of Nri', locked: true });
  accounts.setLocked('Uju of Nri', false);
  const name = accounts.vanish('Uju of Nri');
  expect(name).toMatch(/^Renamed user [0-9a-f]{32}$/);
  expect(await told()).toMatchObject({ username: name, locked: false });
});

test('what could not happen on the wikis does not happen', () => {
  const accounts = inventedAccounts();
  accounts.byName('Somebody Else');

  expect(() => accounts.rename('Nobody Here', 'Anybody')).toThrow('nobody is called');
  expect(() => accounts.rename('Anybody', 'Somebody Else')).toThrow('somebody is called');
  expect(() => accounts.rename('Anybody', 'Bad#name')).toThrow('nobody can be called');
  expect(() => accounts.take('Anybody')).toThrow('was not given up');
});

test('accounts of an earlier run are who they were then', () => {
  const accounts = inventedAccounts();
  accounts.recall(idOf('Ada of Awka'), 'Ada of Onitsha');
  accounts.recall('12', null);

  expect(accounts.byId(idOf('Ada of Awka'))).toMatchObject({ username: 'Ada of Onitsha' });
  expect(accounts.byName('Ada of Onitsha')).toMatchObject({
    account: { accountId: idOf('Ada of Awka') },
  });
  expect(accounts.byName('Ada of Awka')).toMatchObject({ kind: 'missing' });
  expect(accounts.byId('12')).toMatchObject({ hidden: true });
});

test('the page on which accounts are changed does it, and says why where it cannot', async () => {
  const { standIn, wikimedia } = await aWikimedia();
  const send = (fields: Readonly<Record<string, string>>) =>
    fetch(`${standIn.url}/stand-in/accounts`, {
      method: 'POST',
      body: new URLSearchParams(fields),
    });

  const page = await (await fetch(`${standIn.url}/stand-in/accounts`)).text();
  const acts = [...page.matchAll(/name="act" value="([^"]+)"/g)].map(([, act = '']) => act);
  const done = await send({ username: 'Ife of Ilé', act: acts[0] ?? '', to: 'Ife of Ilá' });
  const refused = await send({ username: 'Ife of Ilé', act: acts[0] ?? '', to: 'Ife of Ilá' });
  const unknown = await send({ username: 'Ife of Ilé', act: 'constructor' });

  expect(acts).toHaveLength(7);
  expect([done.status, refused.status, unknown.status]).toEqual([200, 400, 400]);
  expect(await refused.text()).toContain('nobody is called');
  const entries = await globalUsersDirectory(wikimedia).resolve(['Ife of Ilá']);
  expect(entries.ok && entries.value.get('Ife of Ilá')).toMatchObject({
    accountId: idOf('Ife of Ilé'),
  });
});
