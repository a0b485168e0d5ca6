import {
  type PDFContext,
  type PDFDocument,
  PDFName,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { PAGE } from '../page.ts';
import type { Place } from '../placement.ts';
import { addPageFont } from './add-page-font.ts';
import { FONT_NAMES } from './line-runs.ts';
import type { PageContent } from './page-content.ts';
import { addStream } from './stream.ts';

type Link = { readonly place: Place; readonly address: string };

/** Puts content and a link on the one page of a frame. */
export function drawOverFrame(
  file: PDFDocument,
  { operators, forms, font }: PageContent,
  { place, address }: Link,
): void {
  const { context } = file;
  const { node } = file.getPage(0);
  node.normalize();
  const reference = addPageFont(context, font);
  for (const name of Object.values(FONT_NAMES)) {
    node.setFontDictionary(PDFName.of(name), reference);
  }
  const fonts = Object.fromEntries(Object.values(FONT_NAMES).map((name) => [name, reference]));
  for (const [name, form] of forms) {
    node.setXObject(PDFName.of(name), addForm(context, form, fonts));
  }
  // The frame leaves its own coordinates behind: they are saved before it and restored after it.
  node.wrapContentStreams(addStream(context, 'q\n'), addStream(context, 'Q\n'));
  node.addContentStream(addStream(context, operators));
  const annotation = context.obj({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [
      place.left,
      PAGE.height - place.top - place.height,
      place.left + place.width,
      PAGE.height - place.top,
    ],
    Border: [0, 0, 0],
    A: { Type: 'Action', S: 'URI', URI: PDFString.of(address) },
  });
  node.addAnnot(context.register(annotation));
}

/** A part of the page as a form (PDF 2.0, 8.10). */
function addForm(
  context: PDFContext,
  operators: string,
  fonts: Readonly<Record<string, PDFRef>>,
): PDFRef {
  return addStream(context, operators, {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, PAGE.width, PAGE.height],
    Resources: { Font: fonts },
  });
}
