import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { Blob, Face, Font } from 'harfbuzzjs';

/** A run of text as a page draws it. Lengths of outlines are per mille of an em, from the run's left end. */
export type DrawnRun = {
  /** What its codes stand for, from left to right. */
  readonly text: string;
  readonly rightToLeft: boolean;
  readonly size: number;
  /** The left end of its baseline: points from the page's lower left corner. */
  readonly left: number;
  readonly baseline: number;
  /** Four hexadecimal digits each. */
  readonly codes: string;
  /** Coordinates of every part of every outline, in the order in which they are drawn. */
  readonly outline: readonly number[];
  readonly advance: number;
};

const RUN =
  /\/Laurel(Ltr|Rtl) ([\d.]+) Tf\n1 0 0 1 ([-\d.]+) ([-\d.]+) Tm\n(?:\/Span .* BDC\n)?<([0-9a-f]*)> Tj/g;

/** Everything that the first page draws with its font, read by HarfBuzz as a font like any other. */
export async function drawnRuns(pdf: Uint8Array): Promise<readonly DrawnRun[]> {
  const file = await PDFDocument.load(pdf, { updateMetadata: false });
  const objects = file.context.enumerateIndirectObjects().map(([, object]) => object);
  const dictionary = (key: string) =>
    objects.find(
      (object): object is PDFDict => object instanceof PDFDict && object.has(PDFName.of(key)),
    );
  const streamOf = (owner: PDFDict | undefined, key: string): Uint8Array => {
    const stream = owner?.lookup(PDFName.of(key));
    if (!(stream instanceof PDFRawStream)) throw new Error(`The page's font has no ${key}.`);
    return inflateSync(stream.contents);
  };
  const font = new Font(new Face(new Blob(streamOf(dictionary('FontFile2'), 'FontFile2'))));
  const descendant = dictionary('CIDToGIDMap');
  const glyphs = Buffer.from(streamOf(descendant, 'CIDToGIDMap'));
  const widths = descendant?.lookup(PDFName.of('W'), PDFArray).lookup(1, PDFArray);
  const cmap = Buffer.from(streamOf(dictionary('ToUnicode'), 'ToUnicode')).toString();
  const meanings = new Map(
    [...cmap.matchAll(/^<([0-9a-f]{4})> <([0-9a-f]+)>$/gm)].map(([, code = '', text = '']) => [
      Number.parseInt(code, 16),
      Buffer.from(text, 'hex').swap16().toString('utf16le'),
    ]),
  );
  const contents = objects
    .filter((object) => object instanceof PDFRawStream)
    .map((stream) => Buffer.from(stream.contents))
    .filter((bytes) => bytes[0] === 0x78)
    .map((bytes) => inflateSync(bytes).toString('latin1'));
  return contents.flatMap((operators) =>
    [...operators.matchAll(RUN)].map(([, direction, size, left, baseline, hex = '']): DrawnRun => {
      const outline: number[] = [];
      let [text, pen] = ['', 0];
      for (const [digits] of hex.matchAll(/.{4}/g)) {
        const code = Number.parseInt(digits, 16);
        outline.push(...outlineAt(font, glyphs.readUInt16BE(2 * code), { x: pen, y: 0 }, 1));
        text += meanings.get(code) ?? '';
        pen += widths?.lookup(code - 1, PDFNumber).asNumber() ?? 0;
      }
      const place = { size: Number(size), left: Number(left), baseline: Number(baseline) };
      const rightToLeft = direction === 'Rtl';
      return { text, rightToLeft, ...place, codes: hex, outline, advance: pen };
    }),
  );
}

/** The coordinates of a glyph's outline, scaled and moved. */
export function outlineAt(
  font: Font,
  glyph: number,
  { x, y }: { readonly x: number; readonly y: number },
  scale: number,
): readonly number[] {
  return font
    .glyphToJson(glyph)
    .flatMap(({ values }) =>
      values.map((value, index) => value * scale + (index % 2 === 0 ? x : y)),
    );
}
