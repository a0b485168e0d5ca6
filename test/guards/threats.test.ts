import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ASSETS = ['people', 'wishes', 'truth', 'keys', 'access', 'service'];

type Threat = {
  readonly actor: string;
  readonly threat: string;
  readonly asset: string;
  readonly answer: string;
  readonly tests: string;
};

const text = readFileSync('docs/threats.md', 'utf8');

/** The rows of the tables, each under the heading of whoever threatens. */
const threats: readonly Threat[] = text.split(/^## /m).flatMap((section) => {
  const [actor = ''] = section.split('\n', 1);
  const [, table] = section.split('| threat | asset | answer | tests |\n|---|---|---|---|\n');
  return (table ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => {
      const [threat = '', asset = '', answer = '', tests = ''] = line.slice(2, -2).split(' | ');
      return { actor, threat, asset, answer, tests };
    });
});

/** `file: "title"`, one or several. */
function testsOf({ tests }: Threat) {
  return [...tests.matchAll(/([\w./-]+\.test\.ts): "([^"]+)"/g)].map(
    ([, file = '', title = '']) => ({
      file,
      title,
    }),
  );
}

test('whoever threatens is there, with more than one threat each', () => {
  const actors = [...new Set(threats.map(({ actor }) => actor))];
  for (const actor of [
    ...['A hostile organizer', 'A stalker', 'A forger', 'A curious partner'],
    ...['A stolen phone', 'A seized database'],
  ]) {
    expect(actors).toContain(actor);
    expect([actor, threats.filter((one) => one.actor === actor).length > 3]).toEqual([actor, true]);
  }
  expect(threats.length).toBeGreaterThan(50);
});

test.each(threats)('$actor: $threat', (threat) => {
  expect(ASSETS).toContain(threat.asset);
  expect(threat.answer.length).toBeGreaterThan(20);
  const named = testsOf(threat);
  expect(named).not.toEqual([]);
  // Nothing else stands in the cell, such as a test that is not written as one.
  expect(named.map(({ file, title }) => `${file}: "${title}"`).join('; ')).toBe(threat.tests);
  for (const { file, title } of named) {
    expect([file, existsSync(file)]).toEqual([file, true]);
    const quoted = [`'${title}'`, `"${title}"`, `\`${title}\``];
    const code = readFileSync(file, 'utf8');
    expect([file, title, quoted.some((one) => code.includes(one))]).toEqual([file, title, true]);
  }
});

test('every asset is threatened by somebody, and what is not answered is said', () => {
  for (const asset of ASSETS) {
    expect([asset, threats.some((one) => one.asset === asset)]).toEqual([asset, true]);
    expect(text).toMatch(new RegExp(`^\\| ${asset} \\|`, 'm'));
  }
  expect(text.split('## Rest risks')[1]?.match(/^- \*\*/gm)?.length ?? 0).toBeGreaterThan(8);
});
