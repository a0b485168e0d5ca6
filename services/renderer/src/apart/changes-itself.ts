import { Dict, Name, type PDFDocument } from '../../generated/pdf-reader.js';

/**
 * True where a PDF may show something else than its pages, or change them: layers that are switched,
 * forms in XML, files in place of pages, and whatever is done when it is opened, printed or turned
 * (PDF 2.0, Sections 8.11, 12.3.5, 12.6.3 and 12.7). Certificates need none of it.
 */
export function changesItself({ xref }: PDFDocument, pages: readonly Dict[]): boolean {
  const { root } = xref;
  const form = root.get('AcroForm');
  const names = root.get('Names');
  return (
    ['OCProperties', 'Collection', 'AA'].some((name) => root.get(name) !== undefined) ||
    (form instanceof Dict && form.get('XFA') !== undefined) ||
    (names instanceof Dict && names.get('JavaScript') !== undefined) ||
    isAct(root.get('OpenAction')) ||
    pages.some((page) => page.get('AA') !== undefined)
  );
}

/** Many programs have a file opened at a place of its own, which changes nothing. */
function isAct(action: unknown): boolean {
  if (!(action instanceof Dict)) return false;
  const [kind, next] = [action.get('S'), action.get('Next')];
  return next !== undefined || !(kind instanceof Name) || kind.name !== 'GoTo';
}
