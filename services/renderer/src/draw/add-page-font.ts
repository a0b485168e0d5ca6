import { PDFArray, type PDFContext, PDFHexString, PDFNumber, type PDFRef } from '@cantoo/pdf-lib';
import type { Code, PageFont } from './page-font.ts';
import { addStream } from './stream.ts';
import { trueTypeFont, UNITS_PER_EM } from './true-type.ts';

const NAME = 'LaurelText';
/** A `bfchar` section holds at most a hundred (Adobe Technical Note 5411, Section 1.4.2). */
const SECTION = 100;

/** Writes the font of a page into a file (PDF 2.0, 9.7): its glyphs, and width and meaning of each code. */
export function addPageFont(context: PDFContext, font: PageFont): PDFRef {
  const program = trueTypeFont(font.outlines());
  const codes = font.codes();
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: NAME,
      // Symbolic: its codes are its own.
      Flags: 4,
      FontBBox: [0, -300, UNITS_PER_EM, UNITS_PER_EM],
      ItalicAngle: 0,
      // Those of plain Latin: a selection is as high as these say.
      Ascent: 800,
      Descent: -220,
      CapHeight: 714,
      StemV: 80,
      FontFile2: addStream(context, program, { Length1: program.length }),
    }),
  );
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: NAME,
      CIDSystemInfo: {
        Registry: PDFHexString.fromText('Adobe'),
        Ordering: PDFHexString.fromText('Identity'),
        Supplement: 0,
      },
      FontDescriptor: descriptor,
      DW: UNITS_PER_EM,
      W: widthsFrom1(context, codes),
      CIDToGIDMap: addStream(context, glyphsOfCodes(codes)),
    }),
  );
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: NAME,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: addStream(context, toUnicode(codes)),
    }),
  );
}

/** Widths of the codes from 1 on (PDF 2.0, 9.7.4.3). */
function widthsFrom1(context: PDFContext, codes: readonly Code[]): PDFArray {
  const widths = PDFArray.withContext(context);
  widths.push(PDFNumber.of(1));
  widths.push(context.obj(codes.map(({ width }) => width)));
  return widths;
}

/** Two bytes for each code from 0 on (PDF 2.0, Table 115). */
function glyphsOfCodes(codes: readonly Code[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * (codes.length + 1)));
  codes.forEach(({ glyph }, index) => {
    view.setUint16(2 * (index + 1), glyph);
  });
  return new Uint8Array(view.buffer);
}

/** What each code stands for (PDF 2.0, 9.10.3), in UTF-16BE. */
function toUnicode(codes: readonly Code[]): string {
  const rows = codes.map(({ text }, index) => `<${hexadecimal(index + 1)}> <${utf16(text)}>`);
  const sections: string[] = [];
  for (let at = 0; at < rows.length; at += SECTION) {
    const section = rows.slice(at, at + SECTION);
    sections.push(`${section.length} beginbfchar\n${section.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...sections,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}

/** UTF-16BE in hexadecimal. */
export function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, at) => hexadecimal(text.charCodeAt(at))).join('');
}

/** Four digits, as a code of two bytes is written. */
export function hexadecimal(value: number): string {
  return value.toString(16).padStart(4, '0');
}
