import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { WORKERS } from '../../development/workers.ts';
import { sourceFiles } from '../support/source-files.ts';

/** The one place that logs. */
const LOGS = 'packages/observing/src/log-line.ts';

/** The one place that counts. */
const COUNTS = 'packages/observing/src/counters.ts';

function filesWith(pattern: RegExp): readonly string[] {
  return sourceFiles().filter((file) => pattern.test(readFileSync(file, 'utf8')));
}

test('one place writes to the log, and one to the counters', () => {
  expect(filesWith(/\bconsole\.\w+\(/)).toEqual([LOGS]);
  expect(filesWith(/\.writeDataPoint\(/)).toEqual([COUNTS]);
});

test('a line is made where it is known what it may hold, and never of an error', () => {
  const writing = filesWith(/\bwriteLine\(/).map((file) => readFileSync(file, 'utf8'));

  expect(writing.length).toBeGreaterThan(3);
  for (const code of writing) expect(code).not.toMatch(/\.(?:message|stack)\b(?!s)/);
});

test('docs/observing.md says of everything that is counted what it means', () => {
  const types = readFileSync('packages/observing/src/counted.ts', 'utf8');
  const kinds = [...types.matchAll(/Point<\s*'(\w+)'/g)].map(([, kind]) => kind);
  const told = readFileSync('docs/observing.md', 'utf8');

  expect(kinds.length).toBeGreaterThan(7);
  for (const kind of kinds) expect(told).toContain(`| \`${kind}\` |`);
});

test('every Worker with a store counts into the same dataset, and the others into none', () => {
  const counting = WORKERS.filter(({ config }) =>
    readFileSync(config, 'utf8').includes(
      '[[analytics_engine_datasets]]\nbinding = "COUNTERS"\ndataset = "laurel_counters"\n',
    ),
  );

  expect(counting.map(({ name }) => name)).toEqual([
    'laurel-desk',
    'laurel-signer',
    'laurel-verifier',
  ]);
});
