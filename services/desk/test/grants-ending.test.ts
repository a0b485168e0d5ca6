import { expect, test } from 'vitest';
import { grantsEnding, type ListedGrant } from '../src/members/grants-ending.ts';

const DAY = 86_400;
const NOW = 1_700_000_000;

function grant(accountId: string, kind: ListedGrant['grant'], days: number): ListedGrant {
  return { accountId, username: `User ${accountId}`, grant: kind, endsAtSeconds: NOW + days * DAY };
}

test('what ends within 30 days is told, the first to end first, own and others’ apart', () => {
  const grants = [
    grant('1', 'admin', 300),
    grant('1', 'awarder', 30),
    grant('2', 'reviewer', 20),
    grant('2', 'awarder', 3),
    grant('3', 'admin', 31),
  ];
  const ending = grantsEnding(grants, '1', NOW);

  expect(ending.own).toEqual([grants[1]]);
  expect(ending.others).toEqual([grants[3], grants[2]]);
  expect(ending.admins).toEqual([grants[4]]);
  expect(ending.lastAdminEndsAtSeconds).toBeNull();
});

test('the last day on which there is an admin is told 30 days before it', () => {
  const soon = [grant('1', 'admin', 10), grant('2', 'admin', 25), grant('3', 'awarder', 400)];

  expect(grantsEnding(soon, '3', NOW).lastAdminEndsAtSeconds).toBe(NOW + 25 * DAY);
  expect(grantsEnding([...soon, grant('4', 'admin', 31)], '3', NOW)).toMatchObject({
    lastAdminEndsAtSeconds: null,
  });
});
