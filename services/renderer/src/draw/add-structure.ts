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
  pages.forEach(({ node, link }, index) => {
    node.set(PDFName.of('StructParents'), PDFNumber.of(index));
    // The order of structure is that of going through by the keyboard (PDF 2.0, Table 31).
    node.set(PDFName.of('Tabs'), PDFName.of('S'));
    if (link === null) return;
    const annotation = context.lookup(link, PDFDict);
    annotation.set(PDFName.of('StructParent'), PDFNumber.of(pages.length + index));
  });
  // By the number of a page or a link, what its marks belong to (PDF 2.0, 14.7.5.4).
  const numbers = [
    ...marked.flatMap(({ owners }, index) => [index, owners]),
    ...marked.flatMap(({ link }, index) => (link === null ? [] : [pages.length + index, link])),
  ];
  const elements = marked.flatMap(({ outer }) => outer);
  context.assign(whole, context.obj({ Type: 'StructElem', S: 'Document', P: root, K: elements }));
  context.assign(
    root,
    context.obj({
      Type: 'StructTreeRoot',
      K: whole,
      ParentTree: { Nums: numbers },
      ParentTreeNextKey: 2 * pages.length,
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
  readonly link: PDFRef | null;
};

function elementsOf(
  { context }: PDFDocument,
  { page, link, content }: AddedPage,
  whole: PDFRef,
  language: LanguageTag,
): Elements {
  const leading = link === null ? -1 : content.marked.findIndex(({ leads }) => leads);
  const elements = content.marked.map(({ role, spoken }, mark) => {
    const element = {
      ...{ Type: 'StructElem', P: whole, Pg: page, S: role, K: mark },
      ...(spoken === null || spoken === language ? {} : { Lang: PDFString.of(spoken) }),
    };
    const outer = context.nextRef();
    if (mark !== leading || link === null) {
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
    link: elements[leading]?.owner ?? null,
  };
}
