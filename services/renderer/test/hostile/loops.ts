import { madePdf, onePage, saying, stream } from '../made-pdf.ts';
import { HI, type HostilePdf, repeated, tableStream } from './hostile-pdf.ts';

const form = (content: string, next: number) =>
  stream(
    content,
    `/Type /XObject /Subtype /Form /BBox [0 0 600 400] /Resources << /Font << /F 5 0 R >> /XObject << /X ${next} 0 R >> >>`,
  );
const FIRST_FORM = { resources: '/XObject << /X 6 0 R >>' };

/** Files that lead back into themselves, or declare more than there is. */
export const LOOPS: readonly HostilePdf[] = [
  {
    title: 'a thousand million entries of no bytes',
    make: () => tableStream('/W [0 0 0] /Index [0 1000000000] /Size 1000000000'),
    fault: 'takes_too_long',
  },
  {
    title: 'a table of two hundred thousand entries',
    make: () =>
      Buffer.from(
        `%PDF-1.7\nxref\n0 200000\n${repeated('0000000000 65535 f \n', 200_000)}trailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF`,
      ),
    fault: 'takes_too_long',
  },
  {
    title: 'a table that is its own predecessor',
    make: () =>
      Buffer.from(
        '%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF',
      ),
    fault: 'damaged',
  },
  {
    title: 'pages of which each branch has a thousand',
    make: () =>
      madePdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        ...Array.from(
          { length: 30 },
          (_, index) =>
            `<< /Type /Pages /Count 1000000000 /Kids [${repeated(`${index + 3} 0 R `, 1000)}] >>`,
        ),
        '<< /Type /Page >>',
      ]),
    fault: null,
    wholly: false,
  },
  {
    title: 'six hundred thousand times the same page',
    make: () =>
      madePdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        `<< /Type /Pages /Count 1000000000 /Kids [${repeated('3 0 R ', 600_000)}] >>`,
        '<< /Type /Page >>',
      ]),
    fault: 'takes_too_long',
  },
  {
    title: 'pages that are their own parent',
    make: () =>
      madePdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 5 >>']),
    fault: null,
    wholly: false,
  },
  {
    title: 'names that are among their own',
    make: () =>
      onePage(HI, ['<< /Kids [6 0 R] >>'], { catalog: '/Names << /EmbeddedFiles 6 0 R >>' }),
    fault: null,
    wholly: true,
  },
  {
    title: 'a length that is in the stream that it measures',
    make: () => onePage(stream(saying('Hi'), '/Length 4 0 R')),
    fault: null,
    wholly: true,
  },
  {
    title: 'a length of a thousand million',
    make: () => onePage(stream(saying('Hi'), '/Length 1000000000')),
    fault: null,
    wholly: true,
  },
  {
    title: 'a length below nothing',
    make: () => onePage(stream(saying('Hi'), '/Length -50')),
    fault: null,
    wholly: true,
  },
  {
    title: 'a form that draws itself',
    make: () => onePage(stream('/X Do'), [form('/X Do', 6)], FIRST_FORM),
    fault: null,
  },
  {
    title: 'twelve forms, of which each draws the next ten times',
    make: () =>
      onePage(
        stream('/X Do'),
        Array.from({ length: 12 }, (_, index) =>
          form(`${repeated('/X Do ', 10)}${saying('ha')}`, index + 7),
        ),
        FIRST_FORM,
      ),
    fault: null,
    wholly: false,
  },
  {
    title: 'twenty thousand forms, each within the one before it',
    make: () =>
      onePage(
        stream('/X Do'),
        Array.from({ length: 20_000 }, (_, index) => form('/X Do', index + 7)),
        FIRST_FORM,
      ),
    fault: null,
    wholly: false,
  },
];
