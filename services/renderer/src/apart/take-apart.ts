import type { PageText, PdfParts } from '@laurel/contracts/pdf-parts';
import type { PdfFault } from '@laurel/core/pdf-fault';
import { hasPdfHeader } from '@laurel/core/pdf-header';
import { ok, type Result, refuse } from '@laurel/core/result';
import {
  clearPrimitiveCaches,
  clearUnicodeCaches,
  Dict,
  type PDFDocument,
  refuel,
  spent,
  stringToPDFString,
  watch,
} from '../../generated/pdf-reader.js';
import { changesItself } from './changes-itself.ts';
import { embeddedFiles } from './embedded-files.ts';
import { FUEL, MAX_UNPACKED_BYTES } from './limits.ts';
import { openFile } from './open-file.ts';
import { firstPages, pageText } from './page-text.ts';

/**
 * Takes a PDF apart that anybody may have made. Whatever it declares, this ends after a bounded amount of
 * work with bounded memory, and leaves nothing behind. It awaits nothing but itself, so that no two
 * files spend each other's fuel.
 */
export async function takeApart(bytes: Uint8Array): Promise<Result<PdfParts, PdfFault>> {
  if (!hasPdfHeader(bytes)) return refuse('not_pdf');
  refuel(FUEL, MAX_UNPACKED_BYTES);
  try {
    return await partsOf(bytes);
  } catch {
    return refuse(faultOf(spent()));
  } finally {
    watch(null);
    clearPrimitiveCaches();
    clearUnicodeCaches();
  }
}

async function partsOf(bytes: Uint8Array): Promise<Result<PdfParts, PdfFault>> {
  const document = openFile(bytes);
  if (typeof document === 'string') return refuse(faultOf(spent(), document));
  const { pages, wholly } = await firstPages(document);
  const dictionaries = pages.map(({ pageDict }) => pageDict);
  const files = embeddedFiles(document, dictionaries);
  if (files === null) return refuse('too_many_files');
  const { language, title } = saidOf(document);
  const changes = changesItself(document, dictionaries);
  // pdf.js goes on where it can after something went wrong: what counts is whether anything ran out.
  if (spent() !== null) return refuse(faultOf(spent()));
  // A file of which no page can be read may hold a credential all the same.
  refuel(FUEL, MAX_UNPACKED_BYTES);
  const texts: PageText[] = [];
  for (const page of pages) {
    const text = await pageText(page, document).catch(() => null);
    if (text === null || spent() !== null) break;
    texts.push(text);
  }
  const all = wholly && texts.length === pages.length;
  return ok({ files, pages: texts, wholly: all, changes, title, language });
}

function faultOf(
  spent: 'fuel' | 'room' | null,
  otherwise: 'encrypted' | 'damaged' = 'damaged',
): PdfFault {
  if (spent === null) return otherwise;
  return spent === 'room' ? 'unpacks_to_too_much' : 'takes_too_long';
}

function saidOf({ xref, catalog }: PDFDocument): Pick<PdfParts, 'title' | 'language'> {
  const information: unknown = xref.trailer.get('Info');
  const title = information instanceof Dict ? information.get('Title') : null;
  return {
    title: typeof title === 'string' ? stringToPDFString(title) : null,
    language: catalog.lang,
  };
}
