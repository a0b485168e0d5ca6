import { expect, test } from 'vitest';
import { accountNamed } from '../../../development/wikimedia/account.ts';
import type { Fault } from '../../../development/wikimedia/faults.ts';
import { PEOPLE } from '../../../development/wikimedia/people.ts';
import { globalUsersDirectory } from '../src/directory.ts';
import { aWikimedia } from './login.ts';

const PARTICIPANTS = Array.from({ length: 120 }, (_, index) => `Participant ${index + 1}`);

function entryOf(username: string) {
  const found = accountNamed(username);
  if (found.kind !== 'account') throw new Error(`${username} is nobody`);
  const { accountId, registration } = found.account;
  return { accountId, username, registration };
}

test('120 names are resolved in 3 calls, one after another, each saying who asks', async () => {
  const { standIn, wikimedia } = await aWikimedia();

  const resolved = await globalUsersDirectory(wikimedia).resolve(PARTICIPANTS);

  expect(resolved).toEqual({
    ok: true,
    value: new Map(
      PARTICIPANTS.map((username) => [
        username,
        { found: true, ...entryOf(username), locked: false },
      ]),
    ),
  });
  expect(standIn.requests).toEqual(
    Array.from({ length: 3 }, () => ({
      method: 'POST',
      path: '/w/api.php',
      userAgent: wikimedia.userAgent,
      alreadyUnderWay: 0,
    })),
  );
});

test('who is missing, suppressed, without a global account, locked or no name at all is told apart', async () => {
  const { wikimedia } = await aWikimedia();

  const resolved = await globalUsersDirectory(wikimedia).resolve([
    'Nobody Here',
    'Hidden Person',
    'Unattached Person',
    'Locked Person',
    'Bad#name',
    'Two|names',
  ]);

  expect(resolved).toEqual({
    ok: true,
    value: new Map<string, unknown>([
      ['Two|names', { found: false, why: 'invalid' }],
      ['Nobody Here', { found: false, why: 'missing' }],
      ['Hidden Person', { found: false, why: 'missing' }],
      ['Unattached Person', { found: false, why: 'missing' }],
      [
        'Locked Person',
        {
          found: true,
          ...entryOf('Locked Person'),
          locked: true,
        },
      ],
      ['Bad#name', { found: false, why: 'invalid' }],
    ]),
  });
});

test('a name in any script comes back under the key it was asked by', async () => {
  const { wikimedia } = await aWikimedia();
  const names = PEOPLE.map(({ username }) => username.normalize('NFC'));

  const resolved = await globalUsersDirectory(wikimedia).resolve(names);

  expect(resolved.ok ? [...resolved.value.keys()] : []).toEqual(names);
  for (const name of names) {
    expect(resolved.ok && resolved.value.get(name)).toMatchObject({
      found: true,
      accountId: entryOf(name).accountId,
      username: name,
    });
  }
});

test('a name given twice is asked once, and no names at all are not asked', async () => {
  const { standIn, wikimedia } = await aWikimedia();
  const directory = globalUsersDirectory(wikimedia);

  expect(await directory.resolve([])).toEqual({ ok: true, value: new Map() });
  const twice = await directory.resolve([
    ...PARTICIPANTS.slice(0, 50),
    ...PARTICIPANTS.slice(0, 50),
  ]);

  expect(twice.ok && twice.value.size).toBe(50);
  expect(standIn.requests).toHaveLength(1);
});

test('names whose canonical form differs from ours are found by asking them alone', async () => {
  const { standIn, wikimedia } = await aWikimedia();

  const resolved = await globalUsersDirectory(wikimedia).resolve([
    'Known One',
    'lower case',
    'a_b',
  ]);

  expect(resolved).toMatchObject({ ok: true });
  expect(resolved.ok && [...resolved.value].map(([name, entry]) => [name, entry])).toEqual([
    ['Known One', expect.objectContaining({ username: 'Known One' })],
    ['lower case', expect.objectContaining({ username: 'Lower case' })],
    ['a_b', expect.objectContaining({ username: 'A b', accountId: entryOf('A b').accountId })],
  ]);
  expect(standIn.requests).toHaveLength(3);
});

test('an answer that was cut short is continued until every name has an entry', async () => {
  const { standIn, wikimedia } = await aWikimedia({ maxPerAnswer: 20 });

  const resolved = await globalUsersDirectory(wikimedia).resolve(PARTICIPANTS);

  expect(resolved.ok && resolved.value.size).toBe(120);
  expect(standIn.requests).toHaveLength(7);
});

const USELESS: readonly [string, Omit<Fault, 'times'>, number][] = [
  ['too many requests', { status: 429, retryAfterSeconds: 42 }, 42],
  ['a failure', { status: 500 }, 30],
  ['lag', { status: 200, retryAfterSeconds: 5, body: '{"error":{"code":"maxlag","lag":7}}' }, 5],
  ['no JSON', { status: 200, body: '<html>' }, 30],
  ['another shape', { status: 200, body: '{"query":{"globalusers":[{"name":"A"}]}}' }, 30],
  [
    'an id that is not whole',
    {
      status: 200,
      body: '{"query":{"globalusers":[{"name":"Participant 1","centralid":1.5,"locked":false}]}}',
    },
    30,
  ],
  ['nobody', { status: 200, body: '{"query":{"globalusers":[]}}' }, 30],
  [
    'a continuation without an end',
    { status: 200, body: '{"continue":{"gususers":"A"},"query":{"globalusers":[]}}' },
    30,
  ],
];

test.each(USELESS)(
  '%s in place of an answer refuses the whole, with a time to wait',
  async (_, fault, seconds) => {
    const { standIn, wikimedia } = await aWikimedia();
    standIn.fail('api', { times: 2, ...fault });

    expect(await globalUsersDirectory(wikimedia).resolve(PARTICIPANTS)).toEqual({
      ok: false,
      failure: { reason: 'directory_unavailable', retryAfterSeconds: seconds },
    });
    expect(standIn.requests.length).toBeLessThanOrEqual(2);
  },
);
