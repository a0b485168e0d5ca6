import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { sourceFiles } from '../support/source-files.ts';

const MAX_LINES = 400;

test(`no source file is longer than ${MAX_LINES} lines`, () => {
  const long = sourceFiles().filter(
    (file) => readFileSync(file, 'utf8').split('\n').length > MAX_LINES,
  );

  expect(long).toEqual([]);
});

test('no folder or file is named for its layer', () => {
  const misnamed = sourceFiles().filter((file) =>
    /utils?|helpers?|manager|common|misc/i.test(file),
  );

  expect(misnamed).toEqual([]);
});

test.each(['public', 'private'])('the migrations of %s say what its schema says', (store) => {
  const directory = mkdtempSync(join(tmpdir(), 'laurel-migrations-'));
  try {
    cpSync(`migrations/${store}`, join(directory, store), { recursive: true });
    const before = readdirSync(join(directory, store));
    const config = join(directory, 'drizzle.config.json');
    writeFileSync(
      config,
      JSON.stringify({
        dialect: 'sqlite',
        schema: resolve(`packages/store/src/${store}/schema.ts`),
        out: `./${join(directory, store).replace(/^\//, '../'.repeat(process.cwd().split('/').length - 1))}`,
      }),
    );

    const printed = execFileSync(
      process.execPath,
      ['node_modules/drizzle-kit/bin.cjs', 'generate', `--config=${config}`],
      { encoding: 'utf8' },
    );

    expect(printed).toContain('No schema changes');
    expect(readdirSync(join(directory, store))).toEqual(before);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
