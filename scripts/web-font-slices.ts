/** What one file of a family has, where not all of it is wanted. */
type WebSlice = { readonly name: string; readonly has: (codePoint: number) => boolean };

/** Code points and ranges of them, in hexadecimal, as CSS writes them without its `U+`. */
function inRanges(...written: readonly string[]): (codePoint: number) => boolean {
  const ranges = written.flatMap((list) =>
    list.split(' ').map((range) => {
      const [first = '', last = first] = range.split('-');
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
    }),
  );
  return (codePoint) => ranges.some(([first, last]) => first <= codePoint && codePoint <= last);
}

const SIGNS = '2010-2015 2018-201a 201c-201e 2020-2022 2026 2030 2032-2033 2039-203a 2044';
const UNSEEN = '200b-200f 2060 2066-2069 feff';
const PLAIN_LATIN = `20-7e a0-ff 131 152-153 2bb-2bc 2c6 2da 2dc ${SIGNS} ${UNSEEN} 20ac 2122 2212 25cc fffd`;

/** Alphabets of Hausa, Yoruba, Igbo, Fula, Akan, Ewe, Lingala, Venda and their neighbours, with their marks. */
const AFRICAN =
  '100-101 10c-10d 112-113 11a-11b 128-12b 143-144 14a-14d 160-161 168-16b 174-175 181 186 189-18a 18e 190-194 ' +
  '196-199 19d 1a9 1b2-1b4 1b7 1cd-1d4 1dd 1f8-1f9 241-242 244-245 253-254 256-257 259 25b 260 263 268-269 ' +
  '272 275 27d 283 289-28c 292 294 300-304 306-308 30a-30d 311 323-325 327 329 32d 330-331 1e0c-1e0d ' +
  '1e12-1e13 1e24-1e25 1e32-1e33 1e36-1e37 1e3c-1e3d 1e3e-1e41 1e44-1e4b 1e5a-1e5b 1e62-1e63 1e6c-1e6d ' +
  '1e70-1e71 1e92-1e93 1ea0-1ea1 1eb8-1eb9 1ebc-1ebd 1eca-1ecd 1ee4-1ee5 20a6 20b5';
const EUROPEAN =
  '100-17f 18f 192 1cd-1dc 1e4-1ed 1f8-1ff 218-21b 22a-233 259 292 300-304 306-308 30a-30c 326-328 ' +
  '1e02-1e03 1e0a-1e0b 1e1e-1e1f 1e24-1e25 1e40-1e41 1e56-1e57 1e60-1e61 1e6a-1e6b 1e80-1e85 1e9e 1ef2-1ef3';
const VIETNAMESE =
  '102-103 110-111 128-129 168-169 1a0-1a1 1af-1b0 300-304 306 309 31b 323 1ea0-1ef9 20ab';
const CYRILLIC_BLOCKS = '400-52f 1c80-1c8f 2de0-2dff a640-a69f';
const GREEK_BLOCKS = '370-3ff 1f00-1fff';
const DEVANAGARI_BLOCKS = '900-97f 1cd0-1cff a8e0-a8ff';
const isOfAnotherPart = inRanges(CYRILLIC_BLOCKS, GREEK_BLOCKS, DEVANAGARI_BLOCKS);

/**
 * The plain family, in parts; of each part several files, from the smallest to the one with everything, of
 * which a page takes the first that has all it needs. Each has the marks that stand on its letters: a mark
 * in another font than its letter would stand in the wrong place.
 */
export const PLAIN_PARTS: readonly (readonly WebSlice[])[] = [
  [
    { name: 'latin', has: inRanges(PLAIN_LATIN) },
    { name: 'latin-african', has: inRanges(PLAIN_LATIN, AFRICAN) },
    { name: 'latin-vietnamese', has: inRanges(PLAIN_LATIN, VIETNAMESE) },
    { name: 'latin-european', has: inRanges(PLAIN_LATIN, EUROPEAN) },
    { name: 'latin-all', has: (codePoint) => !isOfAnotherPart(codePoint) },
  ],
  [
    {
      name: 'cyrillic',
      has: inRanges(
        '20 a0 300-301 400-45f 490-493 49a-49b 4a2-4a3 4ae-4b1 4ba-4bb 4d8-4d9 4e8-4e9 2116 25cc',
      ),
    },
    { name: 'cyrillic-all', has: inRanges(CYRILLIC_BLOCKS, '20 a0 300-30f 323 483-489 2116 25cc') },
  ],
  [
    { name: 'greek', has: inRanges('20 a0 300-301 308 384-3ce 25cc') },
    { name: 'greek-all', has: inRanges(GREEK_BLOCKS, '20 a0 300-315 342-345 25cc') },
  ],
];

/** Letters and digits that the plain family draws on every page: other families leave them out. */
export const isPlain = inRanges(
  '30-39 41-5a 61-7a c0-2af 1e00-1eff',
  CYRILLIC_BLOCKS,
  GREEK_BLOCKS,
);

/** What sequences of emoji are made with: each file of them has it. */
export const OF_SEQUENCES = [0x200d, 0xfe0f, 0x20e3, 0x1f3fb, 0x1f3fc, 0x1f3fd, 0x1f3fe, 0x1f3ff];
