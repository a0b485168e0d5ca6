import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourceFiles } from '../support/source-files.ts';

/** It sees to all that depends on a name; and this only says since when somebody is missing. */
const WRITING_NAMES = [
  'services/desk/src/account-names/keep-names.ts',
  'services/desk/src/account-names/look-at-names.ts',
];

test('names of accounts are written in one place, so that no former one stays somewhere', () => {
  const writing = sourceFiles().filter((file) =>
    /(?:insert|update)\(accounts\)/.test(readFileSync(file, 'utf8')),
  );

  expect(writing).toEqual(WRITING_NAMES);
});
