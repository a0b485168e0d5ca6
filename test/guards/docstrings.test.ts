import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourceFiles } from '../support/source-files.ts';

const EXPORTED_FUNCTION = /^export (?:default )?(?:async )?function\*? (\w+)/;

/** At the end of a text: one comment that opens with two asterisks and says something. */
const DOCSTRING = /\/\*\*[\s*]*[^\s*/](?:(?!\*\/).)*\*\/$/s;

test('every exported function has a docstring', () => {
  const exported = sourceFiles().flatMap((file) => {
    const lines = readFileSync(file, 'utf8').split('\n');
    return lines.flatMap((line, at) => {
      const name = EXPORTED_FUNCTION.exec(line)?.[1];
      return name === undefined
        ? []
        : [{ name: `${file}: ${name}`, above: lines.slice(0, at).join('\n') }];
    });
  });

  expect(exported.length).toBeGreaterThan(100);
  const undocumented = exported.filter(({ above }) => !DOCSTRING.test(above));
  expect(undocumented.map(({ name }) => name)).toEqual([]);
});
