import { expect, test } from 'vitest';
import { accountNamed } from '../../../development/wikimedia/account.ts';
import { membersOfGroup } from '../src/global-group.ts';
import { aWikimedia } from './login.ts';

test('the members of a group come with the last day of their membership', async () => {
  const { standIn, wikimedia } = await aWikimedia();
  const ngozi = accountNamed('Ngozi Reads Aloud');

  const members = await membersOfGroup(wikimedia, 'invented-helpers');

  expect(members.ok && members.value).toHaveLength(62);
  expect(members.ok && members.value).toContainEqual({
    accountId: ngozi.kind === 'account' ? ngozi.account.accountId : '',
    username: 'Ngozi Reads Aloud',
    endsOn: '2027-03-31',
  });
  expect(members.ok && members.value).toContainEqual(
    expect.objectContaining({ username: 'سلمى القارئة', endsOn: null }),
  );
  expect(standIn.requests).toHaveLength(4);
});

test('a group that there is not is unknown, and not everybody', async () => {
  const { standIn, wikimedia } = await aWikimedia();

  expect(await membersOfGroup(wikimedia, 'no-such-group')).toEqual({
    ok: false,
    failure: { reason: 'group_unknown' },
  });
  expect(standIn.requests).toHaveLength(1);
});

test('a group without members is empty', async () => {
  const { wikimedia } = await aWikimedia();

  expect(await membersOfGroup(wikimedia, 'invented-empty-group')).toEqual({ ok: true, value: [] });
});

test.each([0, 1, 2, 3])(
  'too many requests after %i calls refuse the whole list, with the time to wait',
  async (after) => {
    const { standIn, wikimedia } = await aWikimedia();
    standIn.fail('api', { times: 1, after, status: 429, retryAfterSeconds: 42 });

    expect(await membersOfGroup(wikimedia, 'invented-helpers')).toEqual({
      ok: false,
      failure: { reason: 'wikimedia_unavailable', retryAfterSeconds: 42 },
    });
  },
);

const ENDLESS = {
  continue: { agufrom: 'A', continue: '-||' },
  query: { globalallusers: [{ id: 1, name: 'A' }] },
};

test.each([
  ['half of the memberships', 2, { query: { globalusers: [] } }],
  ['a list without an end', 1, ENDLESS],
  ['lag', 0, { error: { code: 'maxlag', lag: 7 } }],
])('%s in place of an answer refuses the whole list', async (_, after, body) => {
  const { standIn, wikimedia } = await aWikimedia();
  standIn.fail('api', { times: 99, after, status: 200, body: JSON.stringify(body) });

  expect(await membersOfGroup(wikimedia, 'invented-helpers')).toEqual({
    ok: false,
    failure: { reason: 'wikimedia_unavailable', retryAfterSeconds: 30 },
  });
  expect(standIn.requests.length).toBeLessThanOrEqual(3);
});
