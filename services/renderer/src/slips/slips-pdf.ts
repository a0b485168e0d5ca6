import { type PDFContext, PDFDocument, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import type { SlipSheetFacts } from '@laurel/contracts/renderer-rpc';
import { MAX_SLIPS } from '@laurel/core/slip-code';
import { addPageFont } from '../draw/add-page-font.ts';
import { FONT_NAMES } from '../draw/line-runs.ts';
import { addStream } from '../draw/stream.ts';
import type { ReadAsset } from '../fonts/library.ts';
import { fittingWith } from '../text/fit-said.ts';
import { printForm } from '../text/print-form.ts';
import { typesetterFor } from '../text/typesetter.ts';
import { type SlipContent, slipContent } from './slip-content.ts';
import { slipLayout } from './slip-layout.ts';
import { type SlipPage, slipPage } from './slip-page.ts';
import { slipTexts, slipTextsToSet } from './slip-texts.ts';

/**
 * Blank slips on upright pages, two by four, with lines to cut along. Every date in the file is the day on
 * which the sheet was made, so that the same facts give the same bytes. Too many slips throw.
 */
export async function slipsPdf(facts: SlipSheetFacts, read: ReadAsset): Promise<Uint8Array> {
  if (facts.slips.length > MAX_SLIPS) throw new Error('too many slips for one sheet');
  const texts = slipTexts(facts);
  const page = slipPage(facts.size);
  const typesetter = await typesetterFor(slipTextsToSet(texts), read);
  try {
    const layout = slipLayout(texts, page, fittingWith(typesetter, texts.direction));
    const urls = facts.slips.map(({ url }) => url);
    const content = slipContent(texts, urls, layout, page, typesetter);
    const file = await PDFDocument.create({ updateMetadata: false });
    describe(file, facts);
    addPages(file, content, page);
    return await file.save({ useObjectStreams: true });
  } finally {
    typesetter.release();
  }
}

function describe(file: PDFDocument, { event, language, madeOn }: SlipSheetFacts): void {
  const made = new Date(`${madeOn}T00:00:00Z`);
  file.setTitle(printForm(event), { showInWindowTitleBar: true });
  file.setLanguage(language);
  file.setCreator('Laurel');
  file.setProducer('Laurel');
  file.setCreationDate(made);
  file.setModificationDate(made);
}

function addPages(
  file: PDFDocument,
  { pages, forms, font }: SlipContent,
  { width, height }: SlipPage,
): void {
  const { context } = file;
  const reference = addPageFont(context, font);
  const fonts = Object.fromEntries(Object.values(FONT_NAMES).map((name) => [name, reference]));
  const parts = addForms(context, forms, fonts, [0, 0, width, height]);
  for (const operators of pages) {
    const { node } = file.addPage([width, height]);
    node.normalize();
    for (const [name, one] of Object.entries(fonts)) node.setFontDictionary(PDFName.of(name), one);
    for (const [name, one] of Object.entries(parts)) node.setXObject(PDFName.of(name), one);
    node.addContentStream(addStream(context, operators));
  }
}

/** Parts as forms (PDF 2.0, 8.10). Those that stand apart come first: others call them. */
function addForms(
  context: PDFContext,
  forms: ReadonlyMap<string, string>,
  fonts: Readonly<Record<string, PDFRef>>,
  box: readonly number[],
): Readonly<Record<string, PDFRef>> {
  const parts: Record<string, PDFRef> = {};
  for (const [name, operators] of forms) {
    parts[name] = addStream(context, operators, {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: box,
      Resources: { Font: fonts, XObject: { ...parts } },
    });
  }
  return parts;
}
