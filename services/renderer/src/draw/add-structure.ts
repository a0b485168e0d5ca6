import {
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import type { LanguageTag } from '@laurel/core/language';
import type { AddedPage } from './add-pages.ts';

/**
 * Tells what each marked text of a file is, in reading order (PDF 2.0, 14.7 and 14.8): a heading or a
 * paragraph, in its language where that is not the document's. What is not marked is decoration.
 */
export function addStructure(
  file: PDFDocument,
  pages: readonly AddedPage[],
  language: LanguageTag,
): void {
  const { context, catalog } = file;
  const [root, whole] = [context.nextRef(), context.nextRef()];
  const marked = pages.map((page) => elementsOf(file, page, whole, language));
  let number = pages.length;
  const ofLinks: (number | PDFRef)[] = [];
  pages.forEach(({ node, links }, index) => {
    node.set(PDFName.of('StructParents'), PDFNumber.of(index));
    // The order of structure is that of going through by the keyboard (PDF 2.0, Table 31).
    node.set(PDFName.of('Tabs'), PDFName.of('S'));
    for (const [mark, link] of links) {
      const owner = marked[index]?.owners[mark];
      if (owner === undefined) throw new Error('a link lost its text');
      context.lookup(link, PDFDict).set(PDFName.of('StructParent'), PDFNumber.of(number));
      ofLinks.push(number, owner);
      number += 1;
    }
  });
  // By the number of a page or a link, what its marks belong to (PDF 2.0, 14.7.5.4).
  const numbers = [...marked.flatMap(({ owners }, index) => [index, owners]), ...ofLinks];
  const elements = marked.flatMap(({ outer }) => outer);
  context.assign(whole, context.obj({ Type: 'StructElem', S: 'Document', P: root, K: elements }));
  context.assign(
    root,
    context.obj({
      Type: 'StructTreeRoot',
      K: whole,
      ParentTree: { Nums: numbers },
      ParentTreeNextKey: number,
    }),
  );
  catalog.set(PDFName.of('StructTreeRoot'), root);
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
}

type Elements = {
  /** Children of the whole. */
  readonly outer: readonly PDFRef[];
  /** What each mark belongs to. */
  readonly owners: PDFRef[];
};

function elementsOf(
  { context }: PDFDocument,
  { page, links, content }: AddedPage,
  whole: PDFRef,
  language: LanguageTag,
): Elements {
  const elements = content.marked.map(({ role, spoken }, mark) => {
    const element = {
      ...{ Type: 'StructElem', P: whole, Pg: page, S: role, K: mark },
      ...(spoken === null || spoken === language ? {} : { Lang: PDFString.of(spoken) }),
    };
    const outer = context.nextRef();
    const link = links.get(mark);
    if (link === undefined) {
      context.assign(outer, context.obj(element));
      return { outer, owner: outer };
    }
    const annotation = { Type: 'OBJR', Obj: link, Pg: page };
    const inside = { Type: 'StructElem', P: outer, Pg: page, S: 'Link', K: [mark, annotation] };
    const owner = context.register(context.obj(inside));
    context.assign(outer, context.obj({ ...element, K: owner }));
    return { outer, owner };
  });
  return {
    outer: elements.map(({ outer }) => outer),
    owners: elements.map(({ owner }) => owner),
  };
}
