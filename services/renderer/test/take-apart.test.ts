import { PDFDocument } from '@cantoo/pdf-lib';
import { PAPER_SIZES } from '@laurel/core/paper';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../../../development/build.ts';
import { edited } from './edited-pdf.ts';
import { facts } from './facts.ts';
import { pngLogo, SVG_LOGO, svgLogo } from './logos.ts';
import { attachedFiles, madePdf, onePage, packed, saying, stream } from './made-pdf.ts';
import { SCRIPTS } from './scripts.ts';
import { ORDINARY } from './variants.ts';
import { type RunningRenderer, startRenderer } from './workerd.ts';

let running: RunningRenderer;
beforeAll(async () => {
  running = await startRenderer(`${await build()}/laurel-renderer`);
}, 120_000);
afterAll(() => running?.stop());

async function partsOf(pdf: Uint8Array) {
  const parts = await running.renderer.takeApart(pdf);
  if (!parts.ok) throw new Error(parts.failure);
  return parts.value;
}

/** What is said, without the spaces that lines end in. */
const said = (runs: readonly string[]) => runs.join('').replaceAll(/\s/g, '');

test.each(SCRIPTS)('gives back what a certificate says: $title', async (sample) => {
  const { language, name, achievement, sentence } = sample;
  const pdf = await running.renderer.renderPdf(
    facts({
      language,
      holder: { mode: 'name', name },
      achievementName: achievement,
      criteria: sentence,
    }),
  );

  for (const file of [pdf, await edited(pdf)]) {
    const { pages, wholly, changes } = await partsOf(file);
    expect([wholly, changes]).toEqual([true, false]);
    expect(pages.some(({ hides }) => hides)).toBe(false);
    const text = said(pages.flatMap(({ runs }) => runs));
    for (const written of [name, achievement, sentence]) {
      expect(text).toContain(said([written.normalize('NFC')]));
    }
  }
});

/** Words, with a shape drawn after them. */
const TEXT_LOGO = svgLogo('<text x="9" y="60" font-size="40">Tamale</text><path d="M0 0H9V9Z"/>');

test.each(Object.entries(ORDINARY))(
  'finds nothing hidden and nothing that changes in a certificate %s, with and without a logo',
  async (_, ordinary) => {
    for (const logo of [null, SVG_LOGO, pngLogo(40, 20), TEXT_LOGO]) {
      for (const size of PAPER_SIZES) {
        const paper = { size, orientation: 'portrait' } as const;
        const pdf = await running.renderer.renderPdf({ ...ordinary, logo }, paper);
        const { pages, changes } = await partsOf(pdf);
        expect([changes, ...pages.map(({ hides, marks }) => hides || marks)]).not.toContain(true);
      }
    }
  },
);

test('gives back the credential of a certificate byte for byte, its title and its language', async () => {
  const { files, title, language } = await partsOf(await running.renderer.renderPdf(facts()));

  expect(files.map(({ name, mediaType }) => ({ name, mediaType }))).toEqual([
    { name: 'credential.json', mediaType: 'application/vc' },
  ]);
  expect(new TextDecoder().decode(files[0]?.bytes)).toBe(facts().credential);
  expect(title).toBe('Certificate of training: Workshop Trainer');
  expect(language).toBe('en');
});

test('finds files by the names of the document, as associated with it or a page, and pinned to a page, each once', async () => {
  const specification = (name: string, object: number) =>
    `<< /Type /Filespec /F (${name}) /EF << /F ${object} 0 R >> >>`;
  const pdf = onePage(
    stream(saying('Hi')),
    [
      stream('one', '/Subtype /text#2Fplain'),
      packed('two'),
      stream('746872 6565>', '/Filter /ASCIIHexDecode'),
      stream('four'),
    ],
    {
      catalog: `${attachedFiles(1).catalog} /AF [${specification('again', 6)} ${specification('two', 7)}]`,
      page: `/AF [${specification('three', 8)}] /Annots [<< /Subtype /FileAttachment /FS ${specification('four', 9)} >>]`,
    },
  );

  const { files, pages } = await partsOf(pdf);

  expect(
    files.map(({ name, mediaType, bytes }) => [name, mediaType, new TextDecoder().decode(bytes)]),
  ).toEqual([
    ['f000', 'text/plain', 'one'],
    ['two', null, 'two'],
    ['three', null, 'three'],
    ['four', null, 'four'],
  ]);
  expect(pages.map(({ runs, marks }) => [runs.join(''), marks])).toEqual([['Hi', 0]]);
});

test('counts what lies over a page, is seen at some time, or looks other than readers draw it', async () => {
  const annotation = (kind: string, more = '') =>
    `<< /Type /Annot /Subtype /${kind} /F 4 /Rect [0 0 9 9] ${more} >>`;
  const marksOf = async (annotations: readonly string[]) => {
    const pdf = onePage(stream(saying('Hi')), [], { page: `/Annots [${annotations.join(' ')}]` });
    return (await partsOf(pdf)).pages[0]?.marks;
  };
  const plain = ['Link', 'Popup', 'FileAttachment'];
  const drawn = ['FreeText', 'Stamp', 'Ink', 'Widget'];

  expect(await marksOf(plain.map((kind) => annotation(kind)))).toBe(0);
  expect(await marksOf(drawn.map((kind) => annotation(kind)))).toBe(4);
  expect(await marksOf([annotation('Stamp', '/F 2'), annotation('Stamp', '/F 36')])).toBe(2);
  expect(await marksOf(plain.map((kind) => annotation(kind, '/AP << >>')))).toBe(3);
  const many = Array.from({ length: 1000 }, () => '<< /Subtype /Link >>');
  expect(await marksOf([...many, annotation('Stamp')])).toBe(1);
});

const WHITE_BOX = '1 1 1 rg 0 0 600 400 re f';

test.each([
  { what: 'a box before it', content: `${WHITE_BOX} 0 g ${saying('Hi')}`, hides: false },
  { what: 'a box after it', content: `${saying('Hi')} ${WHITE_BOX}`, hides: true },
  { what: 'a form of boxes before it', content: `/X Do ${saying('Hi')}`, hides: false },
  { what: 'a form of boxes after it', content: `${saying('Hi')} /X Do`, hides: true },
  { what: 'the same before and after it', content: `/X Do ${saying('Hi')} /X Do`, hides: true },
  { what: 'a form in a form', content: `${saying('Hi')} /Y Do`, hides: true },
  { what: 'no colour', content: `BT 3 Tr ET ${saying('Hi')}`, hides: true },
  { what: 'no colour until then', content: `q BT 3 Tr ET Q ${saying('Hi')}`, hides: false },
  { what: 'the colour of paper', content: `0 0 0 0 k ${saying('Hi')}`, hides: true },
  { what: 'a scale of nothing', content: `.01 0 0 .01 0 0 cm ${saying('Hi')}`, hides: true },
])('says whether text is hidden by $what', async ({ content, hides }) => {
  const box = '/Type /XObject /Subtype /Form /BBox [0 0 600 400]';
  const pdf = onePage(
    stream(content),
    [
      stream(`0 g ${WHITE_BOX}`, box),
      stream('/X Do', `${box} /Resources << /XObject << /X 6 0 R >> >>`),
    ],
    { resources: '/XObject << /X 6 0 R /Y 7 0 R >>' },
  );

  const { pages } = await partsOf(pdf);

  expect(pages.map(({ runs }) => runs.join(''))).toEqual(['Hi']);
  expect(pages[0]?.hides).toBe(hides);
});

test('reads twenty-four pages, and says that there are more', async () => {
  const pdf = madePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count 26 /Kids [${Array.from({ length: 26 }, (_, index) => `${index + 3} 0 R`).join(' ')}] >>`,
    ...Array.from({ length: 26 }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>'),
  ]);

  const { pages, wholly } = await partsOf(pdf);

  expect([pages.length, wholly]).toEqual([24, false]);
});

test('fetches nothing, whatever fonts and tables of letters a file asks for', async () => {
  const pdf = onePage(
    stream('BT /G 20 Tf 50 200 Td <82a0> Tj /H 20 Tf (x) Tj ET'),
    [
      '<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin /Encoding /90ms-RKSJ-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /FontDescriptor << /FontName /Ryumin >> >>] >>',
      '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>',
    ],
    { page: '/Resources << /Font << /G 6 0 R /H 7 0 R >> >>' },
  );

  const { pages } = await partsOf(pdf);

  expect(pages).toHaveLength(1);
});

test('refuses what is no PDF, what is cut, and what is encrypted, also where no password is asked for', async () => {
  const fault = async (pdf: Uint8Array) => {
    const answer = await running.renderer.takeApart(pdf);
    return answer.ok ? null : answer.failure;
  };
  const good = await running.renderer.renderPdf(facts());
  const file = await PDFDocument.load(good);
  file.encrypt({ ownerPassword: 'owner', userPassword: '', permissions: {} });
  const encrypted = await file.save({ useObjectStreams: false });

  expect(await fault(new Uint8Array())).toBe('not_pdf');
  expect(await fault(Buffer.from('%PDF'))).toBe('not_pdf');
  expect(await fault(Buffer.from('%PDF-1.7'))).toBe('damaged');
  expect(await fault(good.slice(0, good.length / 2))).toBe('damaged');
  expect(await fault(encrypted)).toBe('encrypted');
});
