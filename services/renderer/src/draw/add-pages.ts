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
import type { AddedStationery } from './add-stationery.ts';
import { FONT_NAMES } from './line-runs.ts';
import { BORDER_NAME, EMBLEM_NAME, LOGO_NAME, type PageContent } from './page-content.ts';
import type { PageFont } from './page-font.ts';
import { addStream } from './stream.ts';

/** What the pages of a file share. */
export type Shared = {
  readonly sheet: Sheet;
  readonly font: PageFont;
  /** Null where pages have neither border nor emblem. */
  readonly stationery: AddedStationery | null;
  /** The issuer's logo; null where no page shows one. */
  readonly logo: PDFRef | null;
  /** Where links lead that name no address of their own. */
  readonly address: string;
};

/** A page as it was added, with its links by the places of their texts among those that are marked. */
export type AddedPage = {
  readonly page: PDFRef;
  readonly node: PDFPageLeaf;
  readonly links: ReadonlyMap<number, PDFRef>;
  readonly content: PageContent;
};

/** Adds pages to a file. */
export function addPages(
  file: PDFDocument,
  contents: readonly PageContent[],
  { sheet, font, stationery, logo, address }: Shared,
): readonly AddedPage[] {
  const { context } = file;
  const reference = addPageFont(context, font);
  const fonts = Object.fromEntries(Object.values(FONT_NAMES).map((name) => [name, reference]));
  return contents.map((content) => {
    const page = file.addPage([sheet.width, sheet.height]);
    const { node } = page;
    for (const [name, one] of Object.entries(fonts)) node.setFontDictionary(PDFName.of(name), one);
    if (stationery !== null) {
      node.setXObject(PDFName.of(BORDER_NAME), stationery.border);
      node.setXObject(PDFName.of(EMBLEM_NAME), stationery.emblem);
    }
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
    const links = new Map<number, PDFRef>();
    for (const [mark, place] of content.marked.entries()) {
      if (!place.leads) continue;
      const link = addLink(file, place, sheet, place.address ?? address);
      node.addAnnot(link);
      links.set(mark, link);
    }
    return { page: page.ref, node, links, content };
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
