import { attachedFiles, type MadeObject, madePdf, onePage, packed, stream } from '../made-pdf.ts';
import { HI, type HostilePdf, repeated } from './hostile-pdf.ts';

const SHOWN = 'BT /G 20 Tf 50 200 Td <0041004100410041> Tj ET';
const composite = (toUnicode: string, widths = ''): readonly MadeObject[] => [
  '<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 8 0 R >>',
  `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /FontDescriptor << /FontName /X /Flags 4 >> ${widths} >>`,
  packed(toUnicode),
];
const WITH_FONT = { page: '/Resources << /Font << /G 6 0 R >> >>' };

/** Files that ask for much work or memory by what they hold. */
export const CROWDS: readonly HostilePdf[] = [
  ...['[', '<</a '].map((opening) => ({
    title: `a million times “${opening}”`,
    make: () => onePage(HI, [repeated(opening, 600_000)], { catalog: '/Names 6 0 R' }),
    fault: 'damaged' as const,
  })),
  ...['<<>>', '[]', ...['(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa)']].map((thing) => ({
    title: `as many “${thing}” as fit`,
    make: () =>
      onePage(HI, [`[${repeated(thing, Math.floor(3_600_000 / thing.length))}]`], {
        catalog: '/AF 6 0 R',
      }),
    fault: 'takes_too_long' as const,
  })),
  {
    title: 'as many names as fit',
    make: () =>
      onePage(
        HI,
        [`[${Array.from({ length: 600_000 }, (_, index) => `/${index.toString(36)}`).join('')}]`],
        { catalog: '/AF 6 0 R' },
      ),
    fault: 'takes_too_long',
  },
  {
    title: 'one string of almost four million letters',
    make: () => onePage(HI, [`(${repeated('a', 3_900_000)})`], { catalog: '/AF 6 0 R' }),
    fault: 'takes_too_long',
  },
  {
    title: 'a hundred thousand streams without an end',
    make: () => Buffer.from(`%PDF-1.7\n${repeated('1 0 obj <</Length 9>>\nstream\n', 130_000)}`),
    fault: 'takes_too_long',
  },
  {
    title: 'objects within objects',
    make: () => Buffer.from(`%PDF-1.7\n${repeated('7 0 obj [ ( \n', 150_000)}`),
    fault: 'takes_too_long',
  },
  {
    title: 'widths for two thousand million letters',
    make: () => onePage(stream(SHOWN), composite('', '/W [0 2000000000 500]'), WITH_FONT),
    fault: null,
    wholly: false,
  },
  {
    title: 'meanings for sixteen million letters, two thousand times',
    make: () =>
      onePage(
        stream(SHOWN),
        composite(repeated('1 beginbfrange <00000000> <00ffffff> <0041> endbfrange ', 2000)),
        WITH_FONT,
      ),
    fault: null,
    wholly: false,
  },
  {
    title: 'a letter that means a hundred thousand',
    make: () =>
      onePage(
        packed(repeated(`${SHOWN}\n`, 60_000)),
        composite(`1 beginbfchar <0041> <${repeated('0041', 100_000)}> endbfchar`),
        WITH_FONT,
      ),
    fault: null,
    wholly: false,
  },
  {
    title: 'four thousand fonts that share half a million widths',
    make: () =>
      onePage(
        packed(
          Array.from({ length: 4000 }, (_, index) => `BT /G${index} 1 Tf (a) Tj ET`).join('\n'),
        ),
        [`[${repeated('1 ', 500_000)}]`],
        {
          page: `/Resources << /Font << ${Array.from(
            { length: 4000 },
            (_, index) =>
              `/G${index} << /Subtype /TrueType /BaseFont /A /FirstChar 0 /Widths 6 0 R /FontDescriptor << /FontName /A >> >>`,
          ).join(' ')} >> >>`,
        },
      ),
    fault: null,
    wholly: false,
  },
  {
    title: 'a hundred thousand times the same page of a million spaces',
    make: () =>
      onePage(packed(repeated(' ', 1_000_000)), [], {
        page: `/Contents [${repeated('4 0 R ', 100_000)}]`,
      }),
    fault: null,
    wholly: false,
  },
  {
    title: 'as many states saved as fit',
    make: () => onePage(packed(repeated('q ', 3_000_000))),
    fault: null,
    wholly: false,
  },
  {
    title: 'as many words that are no operators as fit',
    make: () =>
      onePage(
        HI,
        [`[${Array.from({ length: 600_000 }, (_, index) => `a${index.toString(36)}`).join(' ')}]`],
        {
          catalog: '/AF 6 0 R',
        },
      ),
    fault: 'takes_too_long',
  },
  {
    title: 'as many references as fit',
    make: () =>
      onePage(
        HI,
        [`[${Array.from({ length: 350_000 }, (_, index) => `${index} 0 R`).join(' ')}]`],
        {
          catalog: '/AF 6 0 R',
        },
      ),
    fault: 'takes_too_long',
  },
  {
    title: 'ten thousand branches of names that share half a million',
    make: () =>
      onePage(
        HI,
        [
          `<< /Kids [${Array.from({ length: 10_000 }, () => '<< /Names 7 0 R >>').join(' ')}] >>`,
          `[${repeated('1 ', 500_000)}]`,
        ],
        { catalog: '/Names << /EmbeddedFiles 6 0 R >>' },
      ),
    fault: 'takes_too_long',
  },
  {
    title: 'ten thousand branches of pages that share fifty thousand without any',
    make: () =>
      madePdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        `<< /Type /Pages /Count 9 /Kids [${Array.from({ length: 10_000 }, () => '<< /Kids 3 0 R >>').join(' ')}] >>`,
        `[${repeated('<</Kids[]>>', 50_000)}]`,
      ]),
    fault: 'takes_too_long',
  },
  {
    title: 'ten pages that share half a million notes',
    make: () =>
      madePdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        `<< /Type /Pages /Count 10 /Kids [${Array.from({ length: 10 }, (_, index) => `${index + 3} 0 R`).join(' ')}] >>`,
        ...Array.from({ length: 10 }, () => '<< /Type /Page /Parent 2 0 R /Annots 13 0 R >>'),
        `[${repeated('1 ', 500_000)}]`,
      ]),
    fault: null,
  },
  {
    title: 'a hundred thousand ranges of codes for a hundred thousand letters',
    make: () =>
      onePage(
        packed(`BT /G 20 Tf 50 200 Td <${repeated('0041', 100_000)}> Tj ET`),
        composite(
          `${repeated('1 begincodespacerange <ff00> <ff00> endcodespacerange ', 100_000)} 1 beginbfchar <0041> <0041> endbfchar`,
        ).with(
          0,
          '<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding 8 0 R /DescendantFonts [7 0 R] /ToUnicode 8 0 R >>',
        ),
        WITH_FONT,
      ),
    fault: null,
  },
  {
    title: 'more files than there can be',
    make: () =>
      onePage(
        HI,
        Array.from({ length: 33 }, () => stream('a')),
        attachedFiles(33),
      ),
    fault: 'too_many_files',
  },
];
