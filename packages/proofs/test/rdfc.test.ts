import { canonize } from 'rdf-canonize';
import { describe, expect, test } from 'vitest';
import { boundedBy, isTooMuch } from '../src/data-integrity/work.ts';
import suite from './vectors/rdfc-1.0.json' with { type: 'json' };

const canonized = (
  input: string,
  digest = 'SHA-256',
  work = { spent: 0 },
  canonicalIdMap = new Map<string, string>(),
) =>
  canonize(input, {
    algorithm: 'RDFC-1.0',
    inputFormat: 'application/n-quads',
    canonicalIdMap,
    ...boundedBy(work, digest),
  });

/** The suite also counts on blank nodes that no quad of the canonical form holds. */
const bare = (id: string) => id.replace(/^_:/, '');

describe(suite.source, () => {
  test('has all of its 86 tests here', () => {
    expect(suite.tests).toHaveLength(86);
  });

  test.each(suite.tests.filter(({ kind }) => kind === 'eval'))(
    '$id: $name',
    async ({ input, digest, output }) => {
      expect(await canonized(input, digest)).toBe(output);
    },
  );

  test.each(suite.tests.filter(({ kind }) => kind === 'map'))(
    '$id: $name',
    async ({ input, digest, map }) => {
      const ids = new Map<string, string>();
      await canonized(input, digest, { spent: 0 }, ids);

      expect(Object.fromEntries([...ids].map(([from, to]) => [bare(from), bare(to)]))).toEqual(map);
    },
  );

  test.each(suite.tests.filter(({ kind }) => kind === 'endless'))(
    '$id: $name, ends as more work than anything should be',
    async ({ input }) => {
      const work = { spent: 0 };

      await expect(canonized(input, 'SHA-256', work)).rejects.toThrow();
      expect(isTooMuch(work)).toBe(true);
    },
  );
});
