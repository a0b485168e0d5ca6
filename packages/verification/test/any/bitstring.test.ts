import { gzipSync } from 'node:zlib';
import { decodeList } from '@digitalbazaar/vc-bitstring-status-list';
import { describe, expect, test } from 'vitest';
import { unpackedBitstring, unpackedStatusList2021, valueIn } from '../../src/any/bitstring.ts';

/** With the sources from which they are, and the entries that are set in them. */
const VECTORS = [
  {
    source: 'W3C Bitstring Status List 1.0, Section 3.2, Example 4',
    encodedList: 'uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA',
    bytes: 16_384,
    set: [],
  },
  {
    source: '1EdTech validator, ob30/bit-string-list/testlist',
    encodedList: 'uH4sIAAAAAAAA_-3BMQEAAAzDoMy_6cnoA9QFAAAAAAAAAAAAAAAAAAAAbD3uPa2cAEAAAA',
    bytes: 16_384,
    set: [23],
  },
  {
    source: 'digitalcredentials/verifier-core, a list of 100,000 entries',
    encodedList: 'uH4sIAAAAAAAAA-3BMQEAAAwCoGUx6aLbwgvIHwAAAAAAAAAAAAAAwFwBZnztF9QwAAA',
    bytes: 12_500,
    set: [2, 6, 8],
  },
];

describe.each(VECTORS)('the list of $source', ({ encodedList, bytes, set }) => {
  test('unpacks to its bytes, with its entries set and no other', async () => {
    const list = await unpackedBitstring(encodedList);

    if (!list.ok) throw new Error(list.failure);
    expect(list.value).toHaveLength(bytes);
    const found = Array.from({ length: bytes * 8 }, (_, at) => at).filter(
      (at) => valueIn(list.value, at, 1) !== 0,
    );
    expect(found).toEqual(set);
  });

  test('reads the same by the library of Digital Bazaar', async () => {
    const [ours, theirs] = [
      await unpackedBitstring(encodedList),
      await decodeList({ encodedList }),
    ];

    for (const index of [0, 2, 6, 7, 8, 22, 23, 24, bytes * 8 - 1]) {
      expect(ours.ok && valueIn(ours.value, index, 1)).toBe(Number(theirs.getStatus(index)));
    }
  });
});

describe('an entry', () => {
  const list = Uint8Array.from([0b1000_0001, 0b0110_0000, 0b0000_1111]);

  test.each([
    { index: 0, bits: 1, value: 1 },
    { index: 7, bits: 1, value: 1 },
    { index: 8, bits: 1, value: 0 },
    { index: 0, bits: 2, value: 0b10 },
    { index: 4, bits: 2, value: 0b01 },
    { index: 1, bits: 5, value: 0b00101 },
    { index: 5, bits: 4, value: 0b1111 },
    { index: 0, bits: 24, value: 0b1000_0001_0110_0000_0000_1111 },
  ])('at place $index, of $bits bits, says $value', ({ index, bits, value }) => {
    expect(valueIn(list, index, bits)).toBe(value);
  });

  test.each([
    { index: 24, bits: 1 },
    { index: 12, bits: 2 },
    { index: 4, bits: 5 },
    { index: 0, bits: 25 },
    { index: Number('9'.repeat(400)), bits: 1 },
  ])('at place $index, of $bits bits, is beyond the end', ({ index, bits }) => {
    expect(valueIn(list, index, bits)).toBeNull();
  });
});

describe('what is no list', () => {
  const good = gzipSync(new Uint8Array(16_384)).toString('base64url');

  test.each([
    ['without the letter of its encoding', good],
    ['with the letter of another encoding', `z${good}`],
    ['in the other alphabet of base64', `u${good.replaceAll('-', '+').replaceAll('_', '/')}+`],
    ['that is cut off', `u${good.slice(0, 30)}`],
    ['that is not packed', `u${Buffer.alloc(16_384).toString('base64url')}`],
    ['that is empty', 'u'],
    ['with a letter too many', `u${good}=`],
    [
      'with something behind it',
      `u${Buffer.concat([gzipSync('a'), Buffer.from('b')]).toString('base64url')}`,
    ],
  ])('%s is unreadable', async (_, encodedList) => {
    expect(await unpackedBitstring(encodedList)).toEqual({ ok: false, failure: 'list_unreadable' });
  });

  test('that unpacks to more than any list should be is left before it fills the memory', async () => {
    const bomb = `u${gzipSync(new Uint8Array(256 * 1024 * 1024)).toString('base64url')}`;

    expect(bomb.length).toBeLessThan(1024 * 1024);
    const before = process.memoryUsage().arrayBuffers;
    expect(await unpackedBitstring(bomb)).toEqual({ ok: false, failure: 'list_too_large' });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024);
  });
});

test.each(['base64', 'base64url'] as const)(
  'a StatusList2021 may be packed as %s',
  async (encoding) => {
    const bytes = Uint8Array.from({ length: 16_384 }, (_, at) => (at * 199) % 256);
    const encodedList = gzipSync(bytes).toString(encoding);

    const list = await unpackedStatusList2021(encodedList);
    expect(list.ok && Buffer.from(list.value).equals(bytes)).toBe(true);
  },
);
