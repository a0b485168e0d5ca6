import { classOfId, ID_CLASSES } from '@laurel/core/id';
import { expect, test } from 'vitest';
import { classOfDatabase, databasesOfId } from '../src/directory/databases-of-id.ts';
import { boundDatabases } from '../src/directory/public-bindings.ts';

const LETTERS = [...'123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'];
const ids = LETTERS.map((letter) => letter + 'x'.repeat(16));

test('with one database nothing else is asked for', () => {
  for (const id of [...ids, '', '☃']) expect(databasesOfId(id, 1)).toEqual([1]);
});

test.each([2, 3, 12, 13, 40, 100])(
  'of %i databases each is asked for the ids that are drawn in it',
  (count) => {
    for (let number = 2; number <= count; number += 1) {
      const own = ids.filter((id) => classOfId(id) === classOfDatabase(number));
      expect(own.length).toBeGreaterThanOrEqual(5);
      for (const id of own) expect(databasesOfId(id, count)).toContain(number);
    }
    for (const id of [...ids, '', 'x'.repeat(10_000), '☃']) {
      const asked = databasesOfId(id, count);
      expect(asked[0]).toBe(1);
      expect(asked.length).toBeLessThanOrEqual(1 + Math.ceil((count - 1) / ID_CLASSES));
      expect(new Set(asked).size).toBe(asked.length);
    }
  },
);

test('databases are taken in the order of their numbers, and a gap is a defect', () => {
  const database = (name: string) => Object.create({ name }) as D1Database;
  const [first, second, third] = ['a', 'b', 'c'].map(database);
  if (first === undefined || second === undefined || third === undefined) throw new Error();

  expect(boundDatabases({ PUBLIC: first })).toEqual([first]);
  expect(boundDatabases({ PUBLIC_3: third, PUBLIC_2: second, PUBLIC: first })).toEqual([
    first,
    second,
    third,
  ]);
  expect(() => boundDatabases({ PUBLIC: first, PUBLIC_3: third })).toThrow('PUBLIC_2');
});
