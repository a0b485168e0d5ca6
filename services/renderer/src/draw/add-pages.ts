import {
  type PDFDocument,
  PDFName,
  type PDFPageLeaf,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import type { Place } from '../layout/block.ts';
import type { Sheet } from '../page.ts';
import { addPageFont } from './add-page-font.ts';
import { FONT_NAMES } from './line-runs.ts';
import { LOGO_NAME, type PageContent } from './page-content.ts';
import type { PageFont } from './page-font.ts';
import { addStream } from './stream.ts';

/** What the pages of a file share. */
export type Shared = {
  readonly sheet: Sheet;
  readonly font: PageFont;
  /** The issuer's logo; null where no page shows one. */
  readonly logo: PDFRef | null;
  /** Where links lead. */
  readonly address: string;
};

/** A page as it was added, with its link where it has one. */
export type AddedPage = {
  readonly page: PDFRef;
  readonly node: PDFPageLeaf;
  readonly link: PDFRef | null;
  readonly content: PageContent;
};

/** Adds pages to a file. */
export function addPages(
  file: PDFDocument,
  contents: readonly PageContent[],
  { sheet, font, logo, address }: Shared,
): readonly AddedPage[] {
  const { context } = file;
  const reference = addPageFont(context, font);
  const fonts = Object.fromEntries(Object.values(FONT_NAMES).map((name) => [name, reference]));
  return contents.map((content) => {
    const page = file.addPage([sheet.width, sheet.height]);
    const { node } = page;
    for (const [name, one] of Object.entries(fonts)) node.setFontDictionary(PDFName.of(name), one);
    if (logo !== null) node.setXObject(PDFName.of(LOGO_NAME), logo);
    for (const [name, operators] of content.forms) {
      // A part of the page as a form (PDF 2.0, 8.10).
      const form = {
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [0, 0, sheet.width, sheet.height],
        Resources: { Font: fonts },
      };
      node.setXObject(PDFName.of(name), addStream(context, operators, form));
    }
    node.addContentStream(addStream(context, content.operators));
    const place = content.marked.find(({ leads }) => leads);
    const link = place === undefined ? null : addLink(file, place, sheet, address);
    if (link !== null) node.addAnnot(link);
    return { page: page.ref, node, link, content };
  });
}

function addLink({ context }: PDFDocument, place: Place, sheet: Sheet, address: string): PDFRef {
  const bottom = sheet.height - place.top - place.height;
  return context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [place.left, bottom, place.left + place.width, bottom + place.height],
      Border: [0, 0, 0],
      A: { Type: 'Action', S: 'URI', URI: PDFString.of(address) },
    }),
  );
}
