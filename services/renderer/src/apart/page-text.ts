import type { PageText } from '@laurel/contracts/pdf-parts';
import { Dict, Name, type PDFDocument, watch } from '../../generated/pdf-reader.js';
import { hiddenText } from './hidden-text.ts';
import { MAX_LISTED, MAX_PAGES_READ, MAX_TEXT_UNITS } from './limits.ts';

type Page = Awaited<ReturnType<PDFDocument['getPage']>>;

/** The first pages of a file, as far as there are any. */
export async function firstPages(
  document: PDFDocument,
): Promise<{ readonly pages: readonly Page[]; readonly wholly: boolean }> {
  const pages: Page[] = [];
  try {
    const count = document.numPages;
    while (pages.length < Math.min(count, MAX_PAGES_READ)) {
      pages.push(await document.getPage(pages.length));
    }
    return { pages, wholly: count <= MAX_PAGES_READ && count > 0 };
  } catch {
    return { pages, wholly: false };
  }
}

/** What a page says, as far as it can be read. Throws where fuel runs out, or there is more than a page holds. */
export async function pageText(page: Page, { xref }: PDFDocument): Promise<PageText> {
  const runs: string[] = [];
  let units = 0;
  const hidden = hiddenText();
  watch(hidden.watcher);
  await page.extractTextContent({
    handler: null,
    task: { ensureNotTerminated: () => {} },
    includeMarkedContent: false,
    // As it was written: no letter is taken for another here.
    disableNormalization: true,
    sink: {
      ready: true,
      desiredSize: Number.POSITIVE_INFINITY,
      enqueue({ items }) {
        for (const { str = '', hasEOL = false } of items) {
          units += str.length;
          if (units > MAX_TEXT_UNITS) return;
          if (str !== '') runs.push(str);
          if (hasEOL) runs.push('\n');
        }
      },
    },
  });
  watch(null);
  if (units > MAX_TEXT_UNITS) throw new Error('more text than a page holds');
  return { runs, hides: hidden.isFound(), marks: marksOver(page.pageDict, xref) };
}

/** What draws nothing over a page of its own, unless it brings a picture of itself along. */
const UNSEEN: readonly (string | null)[] = ['Link', 'Popup', 'FileAttachment', null];

/** Hidden ones count: a script, or printing, shows them. */
function marksOver(page: Dict, xref: PDFDocument['xref']): number {
  const annotations = page.get('Annots');
  if (!Array.isArray(annotations)) return 0;
  const seen = annotations.slice(0, MAX_LISTED).filter((one: unknown) => {
    const annotation = xref.fetchIfRef(one);
    if (!(annotation instanceof Dict)) return false;
    const kind = annotation.get('Subtype');
    return (
      annotation.get('AP') !== undefined ||
      !UNSEEN.includes(kind instanceof Name ? kind.name : null)
    );
  });
  return seen.length + Math.max(0, annotations.length - MAX_LISTED);
}
