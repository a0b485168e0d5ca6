import {
  type PDFContext,
  PDFDict,
  PDFName,
  PDFObjectCopier,
  PDFRawStream,
  type PDFRef,
} from '@cantoo/pdf-lib';
import type { Stationery } from '../stationery.tsx';

/** Forms (PDF 2.0, 8.10) that pages draw: the border in the page's units, the emblem in a square of its own. */
export type AddedStationery = { readonly border: PDFRef; readonly emblem: PDFRef };

/** Adds the two pages of a stationery to a file, as they were compressed. */
export function addStationery(context: PDFContext, stationery: Stationery): AddedStationery {
  const copier = PDFObjectCopier.for(stationery.context, context);
  const [border, emblem] = stationery.getPages().map(({ node }) => {
    const content = node.Contents();
    if (!(content instanceof PDFRawStream))
      throw new Error('A page of the stationery has no stream.');
    const resources = node.Resources() ?? PDFDict.withContext(stationery.context);
    const { x, y, width, height } = node.MediaBox().asRectangle();
    const dictionary = content.dict.clone(context);
    dictionary.set(PDFName.of('Type'), PDFName.of('XObject'));
    dictionary.set(PDFName.of('Subtype'), PDFName.of('Form'));
    dictionary.set(PDFName.of('BBox'), context.obj([x, y, x + width, y + height]));
    dictionary.set(PDFName.of('Resources'), copier.copy(resources));
    dictionary.set(PDFName.of('Length'), context.obj(content.contents.length));
    return context.register(PDFRawStream.of(dictionary, content.contents));
  });
  if (border === undefined || emblem === undefined) throw new Error('The stationery lacks a page.');
  return { border, emblem };
}
