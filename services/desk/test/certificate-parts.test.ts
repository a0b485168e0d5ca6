import { expect, test } from 'vitest';
import { CERTIFICATES_PER_PART, inParts, partsOf } from '../src/certificates/parts.ts';

const signed = (row: number) => ({ row, credential: `c${row}` });
const unsigned = (row: number) => ({ row, credential: null });
const rowsOf = (size: number, of: (row: number) => { row: number; credential: string | null }) =>
  Array.from({ length: size }, (_, row) => of(row));

test.each([
  [0, []],
  [1, [1]],
  [500, [500]],
  [501, [500, 1]],
  [1_200, [500, 500, 200]],
])('%i certificates are parts of %j', (size, sizes) => {
  expect(inParts(rowsOf(size, signed)).map((part) => part.length)).toEqual(sizes);
  expect(partsOf(size)).toBe(sizes.length);
});

test('every row is in one part, in order, whether it has a certificate or not', () => {
  const rows = rowsOf(3_001, (row) => (row % 3 === 1 ? signed(row) : unsigned(row)));

  const parts = inParts(rows);

  expect(parts.flat()).toEqual(rows);
  expect(parts.map((part) => part.filter(({ credential }) => credential !== null).length)).toEqual([
    CERTIFICATES_PER_PART,
    CERTIFICATES_PER_PART,
  ]);
});

test('where nobody has a certificate there is no part', () => {
  expect(inParts(rowsOf(40, unsigned))).toEqual([]);
});
